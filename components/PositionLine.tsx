import type { Limits, PositionModel } from '@/lib/rules'
import { FigureValue } from './FigureRow'
import { shownFigures } from './shown-figures'
import { useTranslation } from './translation-context'

type Props = { position: PositionModel; limits: Limits; now: number; onOpen: () => void }

/** One of many that are in no danger: opened into its card by a click. */
export const PositionLine = ({ position, limits, now, onOpen }: Props) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const { facts, evaluation, sight, age } = position
  const figures = shownFigures(position, { limits, now }, translation)
  return (
    <article
      class="line"
      data-position={facts.key}
      data-band={evaluation.band}
      data-sight={sight}
      data-folded=""
    >
      <button type="button" data-action="open-position" aria-expanded={false} onClick={onOpen}>
        <span class="symbol">{facts.symbol}</span>
        <span class={`side ${facts.side}`}>{t(`side.${facts.side}`)}</span>
        <FigureValue name="liquidation-distance" figure={figures['liquidation-distance']} />
        <span class="label">{t('field.liquidation-distance')}</span>
        {age > 0 && <span class="age">{t('age', { duration: formats.duration(age) })}</span>}
        <FigureValue name="margin-additions" figure={figures['margin-additions']} />
      </button>
    </article>
  )
}
