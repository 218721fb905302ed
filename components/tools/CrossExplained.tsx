import { useState } from 'preact/hooks'
import { adverseMove, known, type PositionModel, typedFigure } from '@/lib/rules'
import { useTranslation } from '../translation-context'
import { Lesson } from './Lesson'
import { TypedField } from './TypedField'

type Props = { position: PositionModel }

/** "BTCUSDT:long:cross" for the eye. */
const useName = () => {
  const { t } = useTranslation()
  return (key: string) => {
    const [symbol = key, side] = key.split(':')
    return side === 'long' || side === 'short' ? `${symbol} ${t(`side.${side}`)}` : symbol
  }
}

const Takes = ({ position: { facts, backing }, text }: Props & { text: string }) => {
  const { t, formats } = useTranslation()
  const move = typedFigure(text)
  if (move?.gt(0) !== true) return null
  const taken = adverseMove(facts, backing.balance, move.div(100))
  if (taken === null) return <p class="quiet">{t('unknown')}</p>
  const loss = formats.amount(taken.loss, facts.marginAsset, 'up')
  const liquidation = known(facts.liquidationPrice)
  const past =
    liquidation !== null &&
    (facts.side === 'long' ? taken.price.lte(liquidation) : taken.price.gte(liquidation))
  return (
    <p data-field="cross-takes" data-value={taken.loss.toFixed()}>
      {taken.share === null
        ? t('cross.takes', { loss })
        : t('cross.takes.share', { loss, share: formats.percent(taken.share, 'up') })}
      {past && ` ${t('cross.takes.liquidation')}`}
    </p>
  )
}

/** In cross mode nothing is added by hand, and everything is at stake. */
export const CrossExplained = ({ position }: Props) => {
  const { t, formats } = useTranslation()
  const nameOf = useName()
  const [text, setText] = useState('5')
  const { facts, backing } = position
  const { balance, sharedWith } = backing
  return (
    <>
      <p data-field="cross-balance" data-value={balance?.toFixed()}>
        {balance === null
          ? t('cross.balance.unknown')
          : t('cross.balance', { balance: formats.amount(balance, facts.marginAsset, 'up') })}
      </p>
      <p data-field="cross-shared">
        {sharedWith.length === 0
          ? t('cross.alone')
          : t('cross.shared', { positions: sharedWith.map(nameOf).join(', ') })}
      </p>
      <p>{t('cross.no-addition')}</p>
      <TypedField
        name="cross-move"
        label={t('cross.move')}
        text={text}
        unit="%"
        problem={typedFigure(text)?.gt(0) === true ? null : t('cross.not-a-move')}
        onText={setText}
      />
      <Takes position={position} text={text} />
      <Lesson name="plan-isolated" />
    </>
  )
}
