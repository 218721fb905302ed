import { CREDITS, type SizeUnit } from '@/lib/margin/rows'
import type { Run } from '../dom/runs'
import { isNumber, type Item, itemsOf } from '../scan/figures'
import type { NumberStyle } from '../scan/number'
import { means } from '../words/lexicon'
import { type Scan, isPercent, onlyFigure, always } from './scan-cell'

/** What a size may be counted in, the likeliest first; a unit that is known leaves one. */
export const sizeUnitsOf = (
  unit: string,
  { base, quote, inverse }: { base: string; quote: string; inverse: boolean },
): readonly SizeUnit[] => {
  if (inverse) {
    if (unit === 'USD') return ['usd']
    if (unit === base) return ['coin']
    return unit === '' ? ['contracts', 'coin', 'usd'] : ['contracts']
  }
  if (unit === base) return ['base']
  if (unit === quote || unit === CREDITS) return ['quote']
  return unit === '' ? ['base', 'quote'] : []
}

/** Of a size in two lines, the one that is counted rather than valued. */
export const sizeOf = (items: readonly Item[] | undefined, base: string): Scan => {
  const numbers = (items ?? []).filter(isNumber).filter((item) => !isPercent(item))
  const counted = numbers.filter(({ unit }) => unit === base || means('contracts', unit))
  const isValued = numbers.every(({ unit }) => unit !== '')
  if (isValued && numbers.length > 1 && counted.length === 1 && counted[0] !== undefined) {
    return counted[0]
  }
  const scan = always(onlyFigure(items, (item) => !isPercent(item)))
  return 'missing' in scan || scan.value !== 0 ? scan : { missing: 'unparsed', text: scan.text }
}

/** "8,097,164 4", in one text or two: the coin of 4USDT is a number itself. */
export const sizeItems = (
  runs: readonly Run[],
  base: string,
  style: NumberStyle,
): readonly Item[] => {
  if (!/^\d+$/.test(base)) return itemsOf(runs, style)
  // "5 4", "06" and "4": what the first ends in is no coin.
  const isApart = runs.some(({ text }, at) => at > 0 && text === base)
  const behind = new RegExp(`(?<=\\d) ${base}$`)
  const isCounted = isApart || runs.some(({ text }) => behind.test(text))
  const bare = isApart
    ? runs.filter(({ text }, at) => at === 0 || text !== base)
    : runs.map((run) => ({ ...run, text: run.text.replace(behind, '') }))
  return itemsOf(bare, style).map((item) =>
    isCounted && isNumber(item) && item.unit === '' ? { ...item, unit: base } : item,
  )
}
