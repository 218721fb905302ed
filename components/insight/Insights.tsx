import { known, type PositionFacts } from '@/lib/rules/facts'
import {
  closedAtFirst,
  dayRange,
  type FundingDrain,
  fundingDrain,
  rescueLadder,
  type Rung,
  wayBack,
} from '@/lib/rules/insight'
import type { PositionModel } from '@/lib/rules/position'
import { usePanel } from '../panel-context'
import { useTranslation } from '../translation-context'

/** Younger than this it is as good as in sight. */
const OLD_MS = 60_000

type Props = { position: PositionModel; now: number }

const Range = ({ position: { facts, evaluation }, now }: Props) => {
  const { t, formats } = useTranslation()
  const ticker = usePanel().tickerOf(facts.symbol)
  const range = dayRange({ ticker, position: facts, distance: evaluation.distance, now })
  const distance = known(evaluation.distance)
  // Beyond its price it is nothing away: the warning says so.
  if (range === null || distance?.gt(0) !== true) return null
  const { moved, reachesLiquidation, age } = range
  return (
    <p
      data-insight="range"
      data-value={moved.toFixed()}
      data-reaches={reachesLiquidation ? '' : undefined}
    >
      {t('insight.range', {
        moved: formats.percent(moved, 'up'),
        distance: formats.distance(distance),
      })}
      {age > OLD_MS && ` ${t('insight.seen', { duration: formats.duration(age) })}`}
    </p>
  )
}

/** Both ways in one sentence: how far back, how far down. */
const Asymmetry = ({ position: { facts, evaluation } }: Pick<Props, 'position'>) => {
  const { t, formats } = useTranslation()
  const back = wayBack(facts)
  const distance = known(evaluation.distance)
  const { direction } = evaluation
  if (back === null || distance === null || direction === null || !distance.gt(0)) return null
  return (
    <p data-insight="asymmetry">
      {t('insight.asymmetry', {
        back: formats.signedPercent(back),
        liquidation: `${direction === 'up' ? '+' : '−'}${formats.distance(distance)}`,
      })}
    </p>
  )
}

const Funding = ({ drain, asset }: { drain: FundingDrain; asset: string | null }) => {
  const { t, formats } = useTranslation()
  const pays = drain.next.isNeg()
  const amount = formats.amount(drain.next.abs(), asset, pays ? 'up' : 'down')
  const { day, afterDay } = drain
  return (
    <p data-insight="funding" data-value={drain.next.toFixed()}>
      {t(pays ? 'insight.funding.pays' : 'insight.funding.receives', { amount })}
      {pays &&
        day !== null &&
        ` ${t('insight.funding.day', { amount: formats.amount(day.abs(), asset, 'up') })}`}
      {pays &&
        afterDay?.distance?.gt(0) === true &&
        ` ${t('insight.funding.distance', { distance: formats.distance(afterDay.distance) })}`}
    </p>
  )
}

type LadderProps = { rungs: readonly Rung[]; facts: PositionFacts }

/** To survive a further move against the position: how much more margin it takes, and how much is then at stake. */
const Ladder = ({ rungs, facts: { side, marginAsset } }: LadderProps) => {
  const { t, formats } = useTranslation()
  return (
    <table class="ladder" data-insight="ladder">
      <caption>{t(side === 'short' ? 'insight.ladder.rise' : 'insight.ladder.fall')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('insight.ladder.move')}</th>
          <th scope="col">{t('insight.ladder.margin')}</th>
          <th scope="col">{t('insight.ladder.behind')}</th>
        </tr>
      </thead>
      <tbody>
        {rungs.map(({ move, margin, behind }) => (
          <tr key={move.toFixed()} data-rung={move.toFixed()} data-value={margin.toFixed()}>
            <th scope="row">{formats.signedPercent(side === 'short' ? move : move.neg())}</th>
            <td>{margin.isZero() ? '–' : formats.signedAmount(margin, marginAsset, 'up')}</td>
            <td>{formats.amount(behind, marginAsset, 'up')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a trader wants to know and no page says, as far as it is certain. */
export const Insights = ({ position, now }: Props) => {
  const { t, formats } = useTranslation()
  const { facts, episode, sight } = position
  const { tickerOf, estimateOf } = usePanel()
  if (sight === 'out-of-sight') return null
  const estimate = estimateOf(facts.key)
  const drain = fundingDrain({
    position: facts,
    ticker: tickerOf(facts.symbol),
    estimate,
    now,
  })
  const first = closedAtFirst(episode, facts)
  const rungs = rescueLadder(facts, estimate)
  const money = (amount: NonNullable<typeof first>['now']) =>
    formats.signedAmount(amount, facts.marginAsset, 'down')
  return (
    <div class="insights">
      <Range position={position} now={now} />
      <Asymmetry position={position} />
      {first !== null && (
        <p data-insight="first" data-value={first.then.toFixed()}>
          {t('insight.first', { then: money(first.then), now: money(first.now) })}
        </p>
      )}
      {drain !== null && <Funding drain={drain} asset={facts.marginAsset} />}
      {rungs !== null && <Ladder rungs={rungs} facts={facts} />}
    </div>
  )
}
