export { type Choice, choiceSchema, keepSettings, writeSettings } from './keep-settings'
export { setLimits } from './set-limits'
export {
  applySettings,
  eraseSettings,
  readSettingsFile,
  settingsFile,
  type SettingsReading,
} from './settings-file'
export { shareSettings, sharingItem } from './settings-sync'
