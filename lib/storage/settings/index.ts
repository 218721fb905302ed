export { type Choice, choiceSchema, keepSettings, writeSettings } from './keep-settings'
export { applySettings, eraseSettings, readSettingsFile, settingsFile } from './settings-file'
export { shareSettings, sharingItem } from './settings-sync'
