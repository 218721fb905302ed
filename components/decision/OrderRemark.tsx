import { useRef } from 'preact/hooks'
import type { PanelPlace, Place, Size } from '@/lib/rules/layout'
import type { Limits } from '@/lib/rules/limits'
import type { OrderCheck } from '@/lib/rules/order'
import { foldOnEscape } from '../panel/fold-on-escape'
import { IconButton } from '../panel/IconButton'
import { useTranslation } from '../translation-context'
import { useDrag } from '../panel/use-drag'
import { Lesson, type LessonName } from '../tools/Lesson'
import { OrderFigures, worstSide } from './OrderFigures'
import { placeStyle } from './place-style'

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

type RemarkProps = {
  name: Exclude<OrderCheck['remarks'][number], 'share'>
  given?: Record<string, string | number>
  lesson?: LessonName
}

const Remark = ({ name, given = {}, lesson }: RemarkProps) => {
  const { t } = useTranslation()
  return (
    <>
      <p class="warned" data-remark={name}>
        {t(`order.remark.${name}`, given)}
      </p>
      {lesson !== undefined && <Lesson name={lesson} />}
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
  const leverage = { leverage: check.leverage?.toFixed() ?? '', allowed: limits.maxLeverage }
  return (
    <section
      ref={remark}
      class="companion remark"
      data-order-remark=""
      aria-label={t('order.label')}
      style={placeStyle(place)}
      onKeyDown={foldOnEscape(onHide)}
    >
      <header {...pointer}>
        <IconButton
          action="move-remark"
          label={t('order.move')}
          icon="grip"
          onKeyDown={onKeyDown}
        />
        <h2>{t('order.title')}</h2>
        <button type="button" data-action="hide-remark" onClick={onHide}>
          {t('order.hide')}
        </button>
      </header>
      <OrderFigures check={check} />
      {has('share') && <ShareRemark check={check} />}
      {has('cross') && <Remark name="cross" lesson="plan-isolated" />}
      {has('leverage') && <Remark name="leverage" given={leverage} />}
      {has('no-stop') && <Remark name="no-stop" lesson="plan-stop" />}
      {has('stop-late') && <Remark name="stop-late" />}
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
