import { useState } from 'preact/hooks'
import { typedFigure } from '@/lib/rules/facts'
import { adverseMove } from '@/lib/rules/insight'
import type { PositionModel } from '@/lib/rules/position'
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

const Takes = ({ position: { facts, legs, backing }, text }: Props & { text: string }) => {
  const { t, formats } = useTranslation()
  const move = typedFigure(text)
  if (move?.gt(0) !== true) return null
  const { balance } = backing
  const taken = adverseMove({ position: facts, legs, balance, move: move.div(100) })
  if (taken === null) return <p class="quiet">{t('unknown')}</p>
  if (!taken.loss.gt(0)) {
    return (
      <p data-field="cross-takes" data-value={taken.loss.toFixed()}>
        {t('cross.takes.hedged')}
      </p>
    )
  }
  const loss = formats.amount(taken.loss, facts.marginAsset, 'up')
  return (
    <p data-field="cross-takes" data-value={taken.loss.toFixed()}>
      {taken.share === null
        ? t('cross.takes', { loss })
        : t('cross.takes.share', { loss, share: formats.percent(taken.share, 'up') })}
      {taken.liquidates && ` ${t('cross.takes.liquidation')}`}
    </p>
  )
}

/** In cross mode nothing is added by hand, and everything is at stake. */
export const CrossExplained = ({ position }: Props) => {
  const { t, formats } = useTranslation()
  const nameOf = useName()
  const [text, setText] = useState('5')
  const { backing } = position
  const { balance, pool, sharedWith } = backing
  const positions = sharedWith.map(nameOf).join(', ')
  const shared = pool === 'unknown' ? 'cross.perhaps' : 'cross.shared'
  return (
    <>
      <p data-field="cross-balance" data-value={balance?.amount.toFixed()}>
        {balance === null
          ? t('cross.balance.unknown')
          : t('cross.balance', { balance: formats.amount(balance.amount, balance.asset, 'up') })}
      </p>
      {pool === 'account' && balance !== null && (
        <p data-field="cross-pooled">{t('cross.pooled', { asset: balance.asset })}</p>
      )}
      <p data-field="cross-shared">
        {sharedWith.length === 0 ? t('cross.alone') : t(shared, { positions })}
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
