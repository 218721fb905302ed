import type { FieldFailure } from '../reading'
import { isNumber, type Item, type NumberItem } from '../scan/figures'

/** One figure of a row before anything is believed: a number, or why there is none. */
export type Scan = NumberItem | { missing: FieldFailure; text: string }

export const hiddenColumn: Scan = { missing: 'column-hidden', text: '' }

export const textOf = (items: readonly Item[]): string => items.map(({ text }) => text).join(' ')

export const isPercent = ({ unit }: NumberItem): boolean => unit === '%'

/** A part of a figure: "12.", ".5", and "USDC 12.3", whose unit stands in front. */
const PART = /^(?:\p{Lu}[\p{Lu}\d]* )?[+-]? ?[.,']?\d[\d.,' ]*$/u

/** The one figure of a cell that may be meant; several make it unreadable, none says why. */
export const onlyFigure = (
  items: readonly Item[] | undefined,
  fits: (item: NumberItem) => boolean,
): Scan => {
  if (items === undefined) return hiddenColumn
  const figures = items.filter(isNumber).filter(fits)
  // "8.83" for screen readers, and "8.83 USDT"
  const figure = figures.find(({ unit }) => unit !== '') ?? figures[0]
  // What stands next to a part is a part as well.
  if (items.some((item) => item.kind === 'word' && PART.test(item.text))) {
    return { missing: 'unparsed', text: textOf(items) }
  }
  if (figure !== undefined) {
    // "--" over a figure: the cell has a title for each, and which of them is ours isn't known.
    const isAlone =
      !items.some(({ kind }) => kind === 'none') &&
      figures.every(({ plain }) => plain === figure.plain)
    return isAlone ? figure : { missing: 'unparsed', text: textOf(items) }
  }
  const kinds = new Set(items.map(({ kind }) => kind))
  const missing = kinds.has('hidden') ? 'hidden' : kinds.has('none') ? 'none' : 'unparsed'
  return { missing, text: textOf(items) }
}

/**
 * A price of nothing, or less than nothing, is none: "0.0000" while the page starts. One with a sign is
 * an amount of another column: "+18.79 USDT".
 */
export const price = (items: readonly Item[] | undefined, asset: string): Scan => {
  const scan = onlyFigure(
    items,
    ({ unit, text }) => (unit === '' || unit === asset) && !/^[+-]/.test(text),
  )
  return 'missing' in scan || scan.value > 0 ? scan : { missing: 'unparsed', text: scan.text }
}

/** What every position has: where a dash stands for it, the figure has not come yet. */
export const always = (scan: Scan): Scan =>
  'missing' in scan && scan.missing === 'none' ? { ...scan, missing: 'unparsed' } : scan

const asPercent = (item: NumberItem): NumberItem => ({
  ...item,
  unit: '%',
  value: item.value / 100,
  decimals: item.decimals + 2,
})

export const roiOf = (own: readonly Item[] | undefined, pnl: readonly Item[] | undefined): Scan => {
  const inPnl = pnl?.some((item) => isNumber(item) && isPercent(item))
  if (inPnl || own === undefined) return onlyFigure(pnl, isPercent)
  const scan = onlyFigure(own, () => true)
  // A column of its own, under "ROI %", may leave the sign out.
  return 'missing' in scan || isPercent(scan) ? scan : asPercent(scan)
}
