export { type Alert, alerter, type AlertSettings, silent } from './alerter'
export { type NewWarning, newWarnings, type WarningMemory } from './new-warnings'
