import type { PositionModel } from '@/lib/rules/position'
import { FigureValue, type ShownFigure } from '../figures/FigureRow'
import { useTranslation } from '../translation-context'

type Props = { stop: PositionModel['evaluation']['stop']; figure: ShownFigure }

/** Is there a stop, and where. */
export const StopLine = ({ stop, figure }: Props) => {
  const { t } = useTranslation()
  return (
    <p class="stop-line" data-stop={stop.state}>
      {stop.state === 'present' && (
        <>
          <span class="glyph" aria-hidden="true" />
          {stop.readAt === null && <span class="label">{t('field.stop-loss')}</span>}{' '}
        </>
      )}
      <FigureValue name="stop-loss" figure={figure} />
    </p>
  )
}
