import { useState } from 'preact/hooks'
import { type PositionFacts, typedFigure } from '@/lib/rules/facts'
import { marginForWanted } from '@/lib/rules/planning'
import { usePanel } from '../panel-context'
import { useTranslation } from '../translation-context'
import { TypedField } from './TypedField'

type Props = { position: PositionFacts }

/** Margin for a wanted distance to liquidation: an interval where the bracket leaves one. */
const Needed = ({ position, text }: Props & { text: string }) => {
  const { estimateOf } = usePanel()
  const { t, formats } = useTranslation()
  const wanted = typedFigure(text)
  if (wanted === null) return null
  const needed = marginForWanted(position, estimateOf(position.key), wanted.div(100))
  if (needed === null) return <p class="quiet">{t('what-if.no-ground')}</p>
  if (needed === 'unreachable') return <p class="quiet">{t('what-if.unreachable')}</p>
  const { amount, interval, assumes } = needed
  const middle = amount ?? interval?.high
  if (middle === undefined) return <p class="quiet">{t('what-if.no-ground')}</p>
  // What is needed is rounded up, what may be taken out down.
  const frees = middle.isNeg()
  const money = (value: typeof middle) =>
    formats.amount(value.abs(), position.marginAsset, frees ? 'down' : 'up')
  const ends = [interval?.low, interval?.high].flatMap((end) =>
    end?.isNeg() === frees ? money(end) : [],
  )
  const [low, high] = frees ? ends.toReversed() : ends
  const texts = frees ? 'what-if.frees' : 'what-if.needs'
  return (
    <p data-field="what-if-wanted" data-value={middle.toFixed()}>
      {low !== undefined && high !== undefined && low !== high
        ? t(`${texts}.interval`, { low, high })
        : t(texts, { amount: money(frees ? middle : (interval?.high ?? middle)) })}
      {(assumes === 'same-bracket' || assumes === 'likely-bracket') &&
        ` ${t('decision.assumes-bracket')}`}
    </p>
  )
}

export const WantedDistance = (props: Props) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wrong = text.trim() !== '' && typedFigure(text) === null
  return (
    <>
      <TypedField
        name="wanted-distance"
        label={t('what-if.wanted')}
        text={text}
        unit="%"
        problem={wrong ? t('what-if.not-a-number') : null}
        onText={setText}
      />
      <Needed {...props} text={text} />
    </>
  )
}
