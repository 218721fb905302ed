import type { NumberField } from '../reading'
import { printedFigure, type Scanned } from './number'

/** What a scanned text says as a field; `text` is what stands on the page. */
export const numberField = (scanned: Scanned, text: string): NumberField => {
  if (scanned.kind === 'number') return { ...printedFigure(scanned), text }
  return { missing: scanned.kind === 'text' ? 'unparsed' : scanned.kind, text }
}
