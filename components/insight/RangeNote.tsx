import { dayRange } from '@/lib/rules/insight'
import type { PositionModel } from '@/lib/rules/position'
import { usePanel } from '../panel-context'
import { useTranslation } from '../translation-context'

/** High and low of a day hardly change in an hour; the insights below say how old they are. */
const OLDEST_MS = 3_600_000

type Props = { position: PositionModel; now: number }

/** Where it matters most: what the price moves in a day is more than what is left to liquidation. */
export const RangeNote = ({ position: { facts, evaluation, sight }, now }: Props) => {
  const { t, formats } = useTranslation()
  const ticker = usePanel().tickerOf(facts.symbol)
  const { distance } = evaluation
  const range = dayRange({ ticker, position: facts, distance, now })
  const isWorst = evaluation.warnings[0]?.code === 'LIQUIDATION_NEAR'
  if (range?.reachesLiquidation !== true || range.age > OLDEST_MS) return null
  if (!isWorst || sight === 'out-of-sight') return null
  return (
    <p class="range-note" data-insight="range" data-value={range.moved.toFixed()}>
      {t('insight.range.short', { moved: formats.percent(range.moved, 'up') })}
    </p>
  )
}
