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
  type LimitWish,
  loosened,
  stillWaiting,
  type WaitingLimits,
  wishesOfSet,
} from './hold-limits'
export { presetNames, presetOf, presets, withPreset } from './presets'
export {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsState,
  type ShownSettings,
  shownSettings,
  updateSettings,
} from './settings-state'
