export { dressPage, type PageDress } from './dress-page'
export { saveFile } from './save-file'
export { siteAccess } from './site-access'
