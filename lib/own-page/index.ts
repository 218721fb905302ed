export { dressPage, type PageDress } from './dress-page'
export { saveFile } from './save-file'
export { settingsEffects, settingsHandlers } from './settings-effects'
export { type OwnPageEvent, type OwnPageState, startOwnPage, updateOwnPage } from './start-own-page'
