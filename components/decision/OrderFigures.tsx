import type { OrderCheck, OrderSide } from '@/lib/rules/order'
import { useTranslation } from '../translation-context'
import type { Amount } from './matched'

/** The page's own digits, else those of the figure itself. */
const digitsOf = (price: Amount, decimals: number | null): number =>
  decimals ?? Math.min(8, price.decimalPlaces())

/** Decimals for six digits in all: 56,254.3 and 0.0112378. More of them nobody compares. */
const coarse = (price: Amount): number =>
  Math.min(price.decimalPlaces(), Math.max(0, Math.min(8, 5 - price.e)))

type RowProps = { name: string; label: string; text: string; value: Amount | null }

const Row = ({ name, label, text, value }: RowProps) => (
  <div class="row">
    <dt>{label}</dt>
    <dd class="figure" data-field={`order-${name}`} data-value={value?.toFixed()}>
      {text}
    </dd>
  </div>
)

/** Both sides are one line where they are the same. */
export const worstSide = (sides: readonly OrderSide[]): OrderSide | undefined =>
  sides.toSorted((a, b) => (b.margin ?? b.cost)?.cmp(a.margin ?? a.cost ?? 0) ?? 0)[0]

/** What the order takes, where it would be liquidated, and what its stop would lose. */
export const OrderFigures = ({ check }: { check: OrderCheck }) => {
  const { t, formats } = useTranslation()
  const { asset, sides, stop } = check
  const money = (amount: Amount) => formats.amount(amount, asset, 'up')
  const share = (fraction: Amount) => formats.percent(fraction, 'up')
  const price = (value: Amount, decimals: number | null) =>
    formats.price(value, digitsOf(value, decimals))
  // An interval of ours is rounded outwards, never inwards.
  const ends = ({ low, high }: { low: Amount; high: Amount }) => ({
    low: formats.price(low, coarse(low), 'down'),
    high: formats.price(high, coarse(high), 'up'),
  })
  const side = worstSide(sides)
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
        text={
          side?.share
            ? share(side.share)
            : t(check.noShare === 'other-asset' ? 'missing.other-asset' : 'unknown')
        }
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
                ? price(liquidation.value, liquidation.decimals)
                : t('order.liquidation.ours', ends(liquidation))
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
            ? price(stop.price, stop.decimals)
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
