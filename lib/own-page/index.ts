export { dressPage } from './dress-page'
export { saveFile } from './save-file'
export { startOwnPage } from './start-own-page'
