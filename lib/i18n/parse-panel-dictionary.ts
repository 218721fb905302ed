import { type Dictionary, panelEnglish, type PanelKey } from './en'

/** A dictionary received through a message port; `null`: not all of the panel’s texts. */
export const parsePanelDictionary = (value: unknown): Dictionary<PanelKey> | null => {
  if (typeof value !== 'object' || value === null) return null
  const given = new Map<string, unknown>(Object.entries(value))
  const isWhole = Object.keys(panelEnglish).every((key) => typeof given.get(key) === 'string')
  return isWhole ? (value as Dictionary<PanelKey>) : null
}
