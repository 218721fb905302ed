export { type Alert, alerter, type AlertSettings } from './alerter'
export { type NewWarning, newWarnings, type WarningMemory } from './new-warnings'
