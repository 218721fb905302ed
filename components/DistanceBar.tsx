import { knownPositive, type Limits, type PositionModel, type PrintedPrice } from '@/lib/rules'
import { distanceScale, type ScaleMark } from './distance-scale'
import { resting } from './resting'
import { ScaleShape } from './ScaleShape'
import { useTranslation } from './translation-context'

type Props = { position: PositionModel; limits: Limits }

const names: readonly ScaleMark[] = ['liquidation', 'stop', 'mark', 'entry']

/** Room for half a shape at either end. Finer steps than these nobody sees, and each is drawn. */
const across = (place: number): string => `${(3 + place * 94).toFixed(1)}%`

const Zone = resting(({ zone, x1, x2 }: { zone: 'caution' | 'danger'; x1: string; x2: string }) => (
  <line class={`zone ${zone}`} x1={x1} x2={x2} y1="13" y2="13" />
))

const Mark = resting(({ name, x }: { name: ScaleMark; x: string }) => (
  <svg data-mark={name} x={x} y="13" overflow="visible">
    <ScaleShape name={name} />
  </svg>
))

const Ghost = resting(({ x }: { x: string }) => (
  <svg data-ghost x={x} y="13" overflow="visible">
    <ScaleShape name="ghost" />
  </svg>
))

/** `shown`: names, a space between them. */
const Key = resting(({ shown }: { shown: string }) => {
  const { t } = useTranslation()
  return (
    <p class="key" aria-hidden="true">
      {(shown.split(' ') as (ScaleMark | 'ghost')[]).map((name) => (
        <span key={name}>
          <svg width="12" height="12" viewBox="-6 -6 12 12">
            <ScaleShape name={name} />
          </svg>
          {t(`bar.${name}`)}
        </span>
      ))}
    </p>
  )
})

/** Liquidation, stop, mark and entry on one line to scale, with the places liquidation has had. */
export const DistanceBar = ({ position, limits }: Props) => {
  const { t, formats } = useTranslation()
  const { facts, episode, evaluation } = position
  const { direction } = evaluation
  const stop: PrintedPrice =
    evaluation.stop.state === 'present' ? evaluation.stop.price : { missing: 'unknown' }
  const scale = distanceScale({ facts, direction, stop, episode, limits })
  if (scale === null) return null

  const prices: Record<ScaleMark, PrintedPrice> = {
    liquidation: facts.liquidationPrice,
    stop,
    mark: facts.markPrice,
    entry: facts.entryPrice,
  }
  const spoken = names.flatMap((name) => {
    const { decimals } = prices[name]
    const price = knownPositive(prices[name])
    return price === null
      ? []
      : [
          t('bar.place', {
            name: t(`bar.${name}`),
            price: formats.price(price, decimals ?? price.decimalPlaces()),
          }),
        ]
  })
  const ghosts = scale.ghosts.length
  const sentence = [...spoken, ...(ghosts === 0 ? [] : [t('bar.earlier', { count: ghosts })])].join(
    '; ',
  )

  return (
    <div class="distance-bar">
      <svg role="img" aria-label={sentence} height="26" width="100%">
        <line class="line" x1={across(0)} x2={across(1)} y1="13" y2="13" />
        {(['caution', 'danger'] as const).map((zone) => {
          const [from, to] = scale.zones[zone]
          return <Zone key={zone} zone={zone} x1={across(from)} x2={across(to)} />
        })}
        {scale.ghosts.map((place, index) => (
          <Ghost key={index} x={across(place)} />
        ))}
        {(['entry', 'stop', 'liquidation', 'mark'] as const).map((name) => {
          const place = scale.marks[name]
          return place === undefined ? null : <Mark key={name} name={name} x={across(place)} />
        })}
      </svg>
      <Key
        shown={[
          ...names.filter((name) => name in scale.marks),
          ...(ghosts > 0 ? ['ghost'] : []),
        ].join(' ')}
      />
    </div>
  )
}
