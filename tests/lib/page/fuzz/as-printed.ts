import type { Truth } from './draw-row'
import type { Header, World } from './draw-world'
import { cellOf, rowsOf } from './mutations'

type Printed = { value: number; unit: number }

const numbersIn = (text: string): Printed[] =>
  [...text.matchAll(/-?[\d,]*\d(?:\.\d+)?/g)].map(([figure]) => ({
    value: Number(figure.replaceAll(',', '')),
    unit: 10 ** -(/\.(\d+)/.exec(figure)?.[1] ?? '').length,
  }))

/** No rate of the exchange is outside, and no table raises it by more between two points. */
const [LEAST, GREATEST, STEEPEST] = [0.0039, 0.55, 5]

const ROOM = 0.005

/**
 * A number that was changed may tell of another position that could be just so: half the margin may
 * be what another meaning of the column prints, a mark a little off another tick. The page itself is
 * then what is wrong, and nobody who reads it can know; what it prints is taken for the truth. This
 * asks the arithmetic of the exchange anew, without the reader's own code.
 */
export const asPrinted = (page: Document, truth: Truth, world: World): Truth => {
  const pair = truth.symbol.replace('_PERP', '')
  const row = rowsOf(page).find(
    ({ textContent }) =>
      textContent.startsWith(pair) &&
      (!world.isHedge || textContent.includes(world.words[truth.side])),
  )
  if (row === undefined || truth.marginMode !== 'isolated') return truth
  const read = (header: Header, place = 0) =>
    numbersIn(cellOf(page, row, world.titles[header])?.textContent ?? '')[place]
  const [size, entry, mark] = [read('Size'), read('Entry Price'), read('Mark Price')]
  const [liquidation, ratio, margin] = [read('Liq.Price'), read('Margin Ratio'), read('Margin')]
  const [pnl, roi] = [read('PNL(ROI %)'), read('PNL(ROI %)', 1)]
  if (!size || !entry || !mark || !ratio || !margin || !pnl || !roi) return truth

  const sign = truth.side === 'long' ? 1 : -1
  const quantity = Math.abs(size.value) / (world.unit === 'quote' ? mark.value : 1)
  const volume = quantity * truth.contractSize
  const notional = (price: number) => (truth.isInverse ? volume / price : quantity * price)
  const gain = (price: number) =>
    sign *
    (truth.isInverse ? volume * (1 / entry.value - 1 / price) : quantity * (price - entry.value))
  const isNear = (one: number, other: number, room: number) => Math.abs(one - other) <= room
  const atMark = notional(mark.value)
  const initial = atMark / (truth.figures.leverage ?? 1)
  const profits =
    isNear(pnl.value, gain(mark.value), atMark * ROOM + pnl.unit) &&
    isNear(pnl.value, (roi.value / 100) * initial, initial * ROOM + pnl.unit)
  const isKept = (wallet: number): boolean => {
    const balance = wallet + gain(mark.value)
    const here = ((ratio.value / 100) * balance) / atMark
    if (here < LEAST * (1 - ROOM) || here > GREATEST) return false
    if (!liquidation) return true
    const there = notional(liquidation.value)
    const rate = (wallet + gain(liquidation.value)) / there
    const slack =
      (margin.unit + notional(entry.value) * (entry.unit / entry.value)) / there +
      liquidation.unit / liquidation.value +
      (here * ratio.unit) / ratio.value
    const [larger, smaller] = there > atMark ? [rate, here] : [here, rate]
    return (
      rate >= LEAST - slack &&
      rate <= GREATEST + slack &&
      larger >= smaller - slack &&
      larger <= STEEPEST * (smaller + slack)
    )
  }
  const kept = [margin.value, margin.value - gain(mark.value)].some(isKept)
  const { figures } = truth
  const before = [figures.quantity, figures.entryPrice, figures.markPrice, figures.margin]
  const after = [world.unit === 'quote' ? null : quantity, entry.value, mark.value, margin.value]
  const isChanged =
    before.some((figure, index) => figure !== after[index]) ||
    (liquidation?.value ?? null) !== figures.liquidationPrice ||
    pnl.value !== figures.unrealizedPnl
  if (!profits || !kept || !isChanged) return truth
  return {
    ...truth,
    figures: {
      ...figures,
      quantity: after[0] ?? null,
      entryPrice: entry.value,
      markPrice: mark.value,
      liquidationPrice: liquidation?.value ?? null,
      margin: margin.value,
      unrealizedPnl: pnl.value,
      // By which of the meanings is what cannot be known.
      wallet: Number.NaN,
    },
  }
}
