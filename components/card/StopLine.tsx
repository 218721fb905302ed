import type { PositionModel } from '@/lib/rules/position'
import { FigureValue, type ShownFigure } from '../figures/FigureRow'
import { useTranslation } from '../translation-context'

/** Below that it is rather how long the page has been open than how long the stop has been missing, ms. Chosen. */
const WORTH_SAYING_MS = 60_000

type Props = { position: PositionModel; figure: ShownFigure; now: number }

/** Is there a stop, and where: a price, since when there is none, or why it is not known. */
export const StopLine = ({ position, figure, now }: Props) => {
  const { t, formats } = useTranslation()
  const { stop } = position.evaluation
  const since = position.episode?.withoutStopSince ?? null
  const said = (): ShownFigure => {
    switch (stop.state) {
      case 'present':
        return figure
      case 'absent':
        return {
          missing: 'none',
          text:
            since === null || now - since < WORTH_SAYING_MS
              ? t('stop-line.none')
              : t('stop-line.none-for', { duration: formats.duration(now - since) }),
        }
      case 'partial':
        return { missing: 'unknown', text: t('stop-line.partial') }
      case 'possible':
      case 'unknown':
        return {
          missing: 'unknown',
          text:
            stop.orders !== null && stop.orders > 0
              ? t('stop-line.possible', { orders: stop.orders })
              : t('stop-line.unknown'),
        }
    }
  }
  return (
    <p class="stop-line" data-stop={stop.state}>
      {stop.state === 'present' && (
        <>
          <span class="glyph" aria-hidden="true" />
          {stop.readAt === null && <span class="label">{t('field.stop-loss')}</span>}{' '}
        </>
      )}
      <FigureValue name="stop-loss" figure={said()} />
    </p>
  )
}
