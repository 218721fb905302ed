import type { PositionTruth } from '../practice-exchange/controls.ts'
import type { PanelPosition, PanelState } from './panel.ts'

/** Half a unit of the last printed digit, and a little dust. */
const roundingOf = (printed: string): number => {
  const digits = /[.,](\d+)\D*$/.exec(printed.replace(/[,.](?=\d{3}(?:\D|$).*[.,])/g, ''))?.[1]
  return 0.501 * 10 ** -(digits?.length ?? 0)
}

/** The exchange's position that a card of the panel is about. */
export const truthOf = (
  key: string,
  truths: readonly PositionTruth[],
): PositionTruth | undefined => {
  const [symbol = '', side] = key.split(':')
  // Some pages print the day of delivery without its year, and "perpetual" in a word that nobody knows.
  const shown = (one: PositionTruth) => [
    one.symbol,
    one.symbol.replace(/_\d\d(\d{4})$/, '_$1'),
    one.symbol.replace(/_PERP$/, ''),
  ]
  // Just opened, without a sign and with a PnL of nothing, a row does not say its side.
  const isSide = (one: PositionTruth) => side === 'unknown' || one.side === side
  return truths.find((one) => shown(one).includes(symbol) && isSide(one))
}

const wrongIn = (shown: PanelPosition, truth: PositionTruth): string[] => {
  const { printed, liquidationPrice, markPrice } = truth
  const hasStop = truth.stopLoss !== null || truth.partialStops.some((s) => s.kind === 'stop-loss')
  const near = (name: string, real: number | null, room: number): string[] => {
    const field = shown.fields[name]
    if (field === undefined) return []
    if (field.value === null) {
      return field.missing === 'none' && real !== null ? [`${name} said to be none`] : []
    }
    return real !== null && Math.abs(Number(field.value) - real) <= room
      ? []
      : [`${name} ${field.value} instead of ${String(real)}`]
  }
  const mode = shown.key.split(':')[2]
  const stop = shown.fields['stop-loss']
  // Of prices with few digits the distance is as rough as they are.
  const room =
    1e-4 + (roundingOf(printed.markPrice) + roundingOf(printed.liquidationPrice)) / markPrice
  const isShown = typeof stop?.value === 'string'
  const distance =
    liquidationPrice === null ? null : Math.abs(markPrice - liquidationPrice) / markPrice
  return [
    ...(mode === 'unknown' || mode === truth.marginMode ? [] : [`mode ${String(mode)}`]),
    ...near('mark-price', markPrice, roundingOf(printed.markPrice)),
    ...near('liquidation-price', liquidationPrice, roundingOf(printed.liquidationPrice)),
    ...near('liquidation-distance', distance, room),
    ...near('leverage', truth.leverage, 0),
    ...near('unrealized-pnl', truth.pnl, roundingOf(printed.pnl)),
    ...(stop?.missing === 'none' && hasStop ? ['a stop denied'] : []),
    ...(isShown && !hasStop ? ['a stop invented'] : []),
    ...(isShown && truth.stopLoss !== null
      ? near('stop-loss', truth.stopLoss, roundingOf(printed.stopLoss))
      : []),
  ].map((what) => `${shown.key}: ${what}`)
}

/** Everything that the panel shows and the exchange does not have so; what is absent is never wrong. */
export const compareWithTruth = (
  state: PanelState,
  truths: readonly PositionTruth[],
): { wrong: string[]; rows: number; figures: number } => {
  const inSight = state.positions.filter(({ text }) => !text.includes('Last figures seen'))
  const wrong = inSight.flatMap((shown) => {
    const truth = truthOf(shown.key, truths)
    return truth === undefined ? [`there is no ${shown.key}`] : wrongIn(shown, truth)
  })
  if (state.status === 'flat' && truths.length > 0) wrong.push('flat, with positions open')
  const figures = inSight.flatMap(({ fields }) =>
    Object.values(fields).filter(({ value }) => value !== null),
  ).length
  return { wrong, rows: inSight.length, figures }
}
