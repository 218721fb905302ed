export { dressPage, type PageDress } from './dress-page'
export { saveFile } from './save-file'
export { readSettings, settingsEffects, settingsHandlers, watchSettings } from './settings-effects'
