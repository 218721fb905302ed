import type { PositionFacts } from '../facts/facts'
import type { Limits } from '../limits/limits'
import { panelModel, type PanelQuestion } from './panel-model'
import type { WarningCode } from '../position/warning'

/** What a set of limits would say of one open position. */
export type JudgedPosition = {
  symbol: string
  side: PositionFacts['side']
  codes: readonly WarningCode[]
}

/** Open positions under other limits: what would be remarked now. Nothing is remembered of it. */
export const judgeLimits = (
  { input, episodes, now }: Pick<PanelQuestion, 'input' | 'episodes' | 'now'>,
  limits: Limits,
): JudgedPosition[] =>
  panelModel({ input, episodes, limits, previous: null, now })
    .positions.filter(({ sight }) => sight === 'in-sight')
    .map(({ facts: { symbol, side }, evaluation: { warnings } }) => ({
      symbol,
      side,
      codes: warnings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    }))
