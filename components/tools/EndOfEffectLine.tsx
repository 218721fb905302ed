import type { EndOfEffect } from '@/lib/rules/planning'
import type { PositionModel } from '@/lib/rules/position'
import { decimalsOf } from '../figures/decimals-of'
import { useTranslation } from '../translation-context'

type Props = { position: PositionModel; end: NonNullable<EndOfEffect> }

/** From where on more margin changes nothing. */
export const EndOfEffectLine = ({ position, end }: Props) => {
  const { t, formats } = useTranslation()
  const { facts, evaluation } = position
  const { stop } = evaluation
  const digits =
    stop.state === 'present' && 'value' in stop.price && stop.price.decimals
      ? stop.price.decimals
      : decimalsOf(facts.markPrice)
  return (
    <p data-field="what-if-end" data-end={end.by}>
      {t(`what-if.end.${end.by}`, {
        ...(end.by === 'stop' && { price: formats.price(end.price, digits) }),
        ...(end.by === 'full' && { amount: formats.amount(end.amount, facts.marginAsset, 'up') }),
      })}
    </p>
  )
}
