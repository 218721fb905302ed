import { isNumber, type Item } from '../scan/figures'
import { means } from '../words/lexicon'
import { type Scan, hiddenColumn, textOf, isPercent } from './scan-cell'

/** What stands on either side of the slash; what a stop would gain or lose in per cent is no price. */
const halvesOf = (items: readonly Item[]): Item[] =>
  items.filter((item) => item.kind !== 'word' && !(isNumber(item) && isPercent(item)))

/** Take-profit and stop-loss of the whole position: "77,000.00 / 73,000.00", "-- / --", "Add". */
export const stopsOf = (items: readonly Item[] | undefined): [Scan, Scan] => {
  if (items === undefined) return [hiddenColumn, hiddenColumn]
  const text = textOf(items)
  const halves = halvesOf(items)
  const half = (item: Item | undefined): Scan =>
    item === undefined || item.kind === 'word' || item.kind === 'hidden'
      ? { missing: item?.kind === 'hidden' ? 'hidden' : 'unparsed', text }
      : !isNumber(item)
        ? { missing: 'none', text }
        : item.value > 0
          ? item
          : { missing: 'unparsed', text }
  // "3 Add 564.84 USDT -- / 3,533.18": figures of other columns stand here too.
  const isMixed = items.some((item) => item.kind === 'word' && /\d/.test(item.text))
  if (halves.length === 2 && !isMixed) return [half(halves[0]), half(halves[1])]
  const isEmpty = halves.length === 0 && items.length > 0 && items.every(saysAdd)
  const missing: Scan = { missing: isEmpty ? 'none' : 'unparsed', text }
  return [missing, missing]
}

/** The link that adds a stop where there is none. */
const saysAdd = ({ text }: Item): boolean => means('add', text)

/** `null`: the column of partial stops is not in sight, or its cell says nothing that is known. */
export type PartialStops = { count: number | null } | 'empty' | null

export const partialStopsOf = (items: readonly Item[] | undefined): PartialStops => {
  if (items === undefined) return null
  const [count] = items.filter(isNumber)
  if (count !== undefined) {
    return Number.isInteger(count.value) && count.unit === '' && count.value > 0
      ? { count: count.value }
      : null
  }
  return items.length > 0 && items.every((item) => item.kind === 'none' || saysAdd(item))
    ? 'empty'
    : null
}

/** Until 2023, and on cards, one place holds the stops of the position under the partial ones' word. */
export const isPairOfStops = (items: readonly Item[]): boolean => {
  const halves = halvesOf(items)
  const prices = halves.filter(isNumber)
  return (
    halves.length === 2 &&
    halves.every((half) => half.kind === 'none' || half.kind === 'hidden' || isNumber(half)) &&
    prices.every(({ signed, unit }) => !signed && unit === prices[0]?.unit)
  )
}
