export {
  type Appearance,
  defaultAppearance,
  type InterfaceLanguage,
  interfaceLanguages,
  palettes,
  type PanelSize,
  panelSizes,
  themes,
} from './appearance'
export {
  changeLimits,
  limitsAt,
  loosened,
  stillWaiting,
  type WaitingLimits,
  wishesOfSet,
} from './hold-limits'
export { presetNames, presetOf, withPreset } from './presets'
export {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsHandlers,
  type SettingsState,
  type ShownSettings,
  shownSettings,
  unread,
  updateSettings,
} from './settings-state'
