import type { PositionModel } from '@/lib/rules'
import { FigureValue, type ShownFigure } from './FigureRow'
import { useTranslation } from './translation-context'

type Props = { position: PositionModel; figure: ShownFigure; now: number }

/** Is there a stop, and where: a price, since when there is none, or why it is not known. */
export const StopLine = ({ position: { facts, episode }, figure, now }: Props) => {
  const { t, formats } = useTranslation()
  const { state } = facts.stopLoss
  if (state === 'present') {
    return (
      <p class="stop-line" data-stop={state}>
        <span class="glyph" aria-hidden="true" />
        <span class="label">{t('field.stop-loss')}</span>{' '}
        <FigureValue name="stop-loss" figure={figure} />
      </p>
    )
  }
  const since = episode?.withoutStopSince ?? null
  const text =
    state !== 'absent'
      ? t(`stop-line.${state}`)
      : since === null
        ? t('stop-line.none')
        : t('stop-line.none-for', { duration: formats.duration(now - since) })
  return (
    <p class="stop-line" data-stop={state}>
      <FigureValue
        name="stop-loss"
        figure={{ missing: state === 'absent' ? 'none' : 'unknown', text }}
      />
    </p>
  )
}
