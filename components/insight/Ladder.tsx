import type { PositionFacts, Rung } from '@/lib/rules'
import { useTranslation } from '../translation-context'

type Props = { rungs: readonly Rung[]; facts: Pick<PositionFacts, 'side' | 'marginAsset'> }

/** To survive a further move against the position: how much more margin it takes, and how much is then at stake. */
export const Ladder = ({ rungs, facts: { side, marginAsset } }: Props) => {
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
