import { useRef } from 'preact/hooks'
import type { PanelPlace, Place, Size } from '@/lib/rules/layout'
import type { Limits } from '@/lib/rules/limits'
import type { OrderCheck } from '@/lib/rules/order'
import { Grip } from '../panel/Grip'
import { useTranslation } from '../translation-context'
import { useDrag } from '../panel/use-drag'
import { Lesson } from '../tools/Lesson'
import { OrderFigures } from './OrderFigures'
import { worstSide } from './worst-side'

type Props = {
  check: OrderCheck
  limits: Limits
  place: Place
  window: Size
  onHide: () => void
  onMove: (place: PanelPlace) => void
}

const ShareRemark = ({ check }: Pick<Props, 'check'>) => {
  const { t, formats } = useTranslation()
  const side = worstSide(check.sides.filter(({ over }) => over !== null))
  if (side === undefined) return null
  return (
    <>
      <p class="warned" data-remark="share">
        {t(`order.remark.share.${side.over ?? 'caution'}`, {
          limit: side.threshold === null ? '' : formats.percent(side.threshold, 'down'),
        })}{' '}
        {side.fits !== null &&
          (side.fits.isZero()
            ? t('order.remark.fits.none')
            : t('order.remark.fits', {
                size: formats.price(side.fits, side.fits.decimalPlaces()),
                unit: check.unit ?? '',
              }))}
      </p>
      <Lesson name="plan-share" />
    </>
  )
}

/** Facts next to the order form. It blocks nothing; when all is as planned it is not there. */
export const OrderRemark = ({ check, limits, place, window, onHide, onMove }: Props) => {
  const { t } = useTranslation()
  const remark = useRef<HTMLElement>(null)
  const { handlers } = useDrag(remark, { place, window, onMove })
  const { onKeyDown, ...pointer } = handlers
  const has = (remark: OrderCheck['remarks'][number]) => check.remarks.includes(remark)
  const { stop, sides } = check
  return (
    <section
      ref={remark}
      class="companion remark"
      data-order-remark=""
      aria-label={t('order.label')}
      style={{
        left: `${String(place.left)}px`,
        top: `${String(place.top)}px`,
        width: `${String(place.width)}px`,
        maxHeight: `${String(place.maxHeight)}px`,
      }}
    >
      <header {...pointer}>
        <Grip class="grip" action="move-remark" label={t('order.move')} onKeyDown={onKeyDown} />
        <h2>{t('order.title')}</h2>
        <button type="button" data-action="hide-remark" onClick={onHide}>
          {t('order.hide')}
        </button>
      </header>
      <OrderFigures check={check} />
      {has('share') && <ShareRemark check={check} />}
      {has('cross') && (
        <>
          <p class="warned" data-remark="cross">
            {t('order.remark.cross')}
          </p>
          <Lesson name="plan-isolated" />
        </>
      )}
      {has('leverage') && (
        <p class="warned" data-remark="leverage">
          {t('order.remark.leverage', {
            leverage: check.leverage?.toFixed() ?? '',
            allowed: limits.maxLeverage,
          })}
        </p>
      )}
      {has('no-stop') && (
        <>
          <p class="warned" data-remark="no-stop">
            {t('order.remark.no-stop')}
          </p>
          <Lesson name="plan-stop" />
        </>
      )}
      {has('stop-late') && (
        <p class="warned" data-remark="stop-late">
          {t('order.remark.stop-late')}
        </p>
      )}
      {stop.state === 'set' && stop.side !== null && (
        <p class="quiet">{t('order.stop.side', { side: t(`side.${stop.side}`) })}</p>
      )}
      {sides.some(({ liquidation }) => liquidation?.from === 'ours') && (
        <p class="quiet">{t('order.liquidation.assumes')}</p>
      )}
      {sides.some(({ open }) => open?.gt(0) === true) && <Lesson name="not-size" />}
      <Lesson name="plan-limit" />
    </section>
  )
}
