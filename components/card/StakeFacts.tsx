import { wayBack } from '@/lib/rules/insight'
import type { PositionModel } from '@/lib/rules/position'
import { FigureValue, type FigureName, type ShownFigure } from '../figures/FigureRow'
import { useTranslation } from '../translation-context'

type Props = { position: PositionModel; figures: Readonly<Record<FigureName, ShownFigure>> }

/** What stands behind the position, how much of the capital that is, and how far the way back is. */
export const StakeFacts = ({ position: { facts }, figures }: Props) => {
  const { t, formats } = useTranslation()
  const back = wayBack(facts)
  const isCross = facts.marginMode === 'cross'
  const named = (name: 'at-stake' | 'margin' | 'capital-share', label: string, hidden = false) => (
    <div class={hidden ? 'spoken' : undefined}>
      <dd>
        <FigureValue name={name} figure={figures[name]} />
      </dd>
      <dt>{label}</dt>
    </div>
  )
  return (
    <dl class="stakes">
      {named('at-stake', t(isCross ? 'glance.whole-balance' : 'field.at-stake'))}
      {/* Of an isolated position it is what is at stake: seen twice it would only take room. */}
      {named('margin', t('field.margin'), !isCross)}
      {named('capital-share', t('glance.of-capital'))}
      {back !== null && !isCross && (
        <div>
          <dd data-insight="way-back" data-value={back.toFixed()}>
            {formats.signedPercent(back)}
          </dd>
          <dt>{t('glance.way-back')}</dt>
        </div>
      )}
    </dl>
  )
}
