import { type Limits, type OrderCheck, type OrderSide, type Place } from '@/lib/rules'
import { useTranslation } from '../translation-context'
import { Lesson } from '../tools/Lesson'
import type { Amount } from './matched'

type Props = {
  check: OrderCheck
  limits: Limits
  place: Place
  onHide: () => void
}

/** Digits of the page's prices are not known here: those of the figure itself. */
const digitsOf = (price: Amount): number => Math.min(8, price.decimalPlaces())

const usePrints = ({ asset }: OrderCheck) => {
  const { formats } = useTranslation()
  return {
    money: (amount: Amount) => formats.amount(amount, asset, 'up'),
    share: (fraction: Amount) => formats.percent(fraction, 'up'),
    price: (price: Amount) => formats.price(price, digitsOf(price)),
  }
}

/** Both sides are one line where they are the same. */
const worst = (sides: readonly OrderSide[]): OrderSide | undefined =>
  sides.toSorted((a, b) => (b.margin ?? b.cost)?.cmp(a.margin ?? a.cost ?? 0) ?? 0)[0]

const Row = ({
  name,
  label,
  text,
  value,
}: {
  name: string
  label: string
  text: string
  value: Amount | null
}) => (
  <div class="row">
    <dt>{label}</dt>
    <dd class="figure" data-field={`order-${name}`} data-value={value?.toFixed()}>
      {text}
    </dd>
  </div>
)

const Figures = ({ check }: Pick<Props, 'check'>) => {
  const { t } = useTranslation()
  const { money, share, price } = usePrints(check)
  const { sides, stop } = check
  const side = worst(sides)
  const hasOpen = sides.some(({ open }) => open?.gt(0) === true)
  return (
    <dl>
      <Row
        name="margin"
        label={t('order.margin')}
        text={side?.cost ? money(side.cost) : t('unknown')}
        value={side?.cost ?? null}
      />
      <Row
        name="share"
        label={t(hasOpen ? 'order.share.with-open' : 'order.share')}
        text={side?.share ? share(side.share) : t('unknown')}
        value={side?.share ?? null}
      />
      {sides.map(({ side: name, liquidation }) =>
        liquidation === null ? null : (
          <Row
            key={name}
            name={`liquidation-${name}`}
            label={t('order.liquidation', { side: t(`side.${name}`) })}
            text={
              liquidation.from === 'page'
                ? price(liquidation.value)
                : t('order.liquidation.ours', {
                    low: price(liquidation.low.toSignificantDigits(6)),
                    high: price(liquidation.high.toSignificantDigits(6)),
                  })
            }
            value={liquidation.from === 'page' ? liquidation.value : null}
          />
        ),
      )}
      <Row
        name="stop"
        label={t('order.stop')}
        text={
          stop.state === 'set'
            ? price(stop.price)
            : t(stop.state === 'none' ? 'order.stop.none' : 'unknown')
        }
        value={stop.state === 'set' ? stop.price : null}
      />
      {stop.state === 'set' && stop.loss !== null && (
        <Row
          name="stop-loss"
          label={t('order.stop.loss')}
          text={
            stop.share === null
              ? money(stop.loss)
              : t('order.stop.loss-share', { loss: money(stop.loss), share: share(stop.share) })
          }
          value={stop.loss}
        />
      )}
    </dl>
  )
}

const ShareRemark = ({ check }: Pick<Props, 'check'>) => {
  const { t, formats } = useTranslation()
  const side = worst(check.sides.filter(({ over }) => over !== null))
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

/** Facts beside the order form. It blocks nothing; when all is as planned it is not there. */
export const OrderRemark = ({ check, limits, place, onHide }: Props) => {
  const { t } = useTranslation()
  const has = (remark: OrderCheck['remarks'][number]) => check.remarks.includes(remark)
  const { stop, sides } = check
  return (
    <section
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
      <header>
        <h2>{t('order.title')}</h2>
        <button type="button" data-action="hide-remark" onClick={onHide}>
          {t('order.hide')}
        </button>
      </header>
      <Figures check={check} />
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
