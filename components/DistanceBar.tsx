import {
  type EpisodeFacts,
  known,
  type Limits,
  type PositionFacts,
  type PrintedPrice,
} from '@/lib/rules'
import { distanceScale, type ScaleMark } from './distance-scale'
import { ScaleShape } from './ScaleShape'
import { useTranslation } from './translation-context'

type Props = {
  facts: PositionFacts
  episode: EpisodeFacts | null
  limits: Limits
}

const names: readonly ScaleMark[] = ['liquidation', 'stop', 'mark', 'entry']

/** Room for half a shape at either end. */
const across = (place: number): string => `${(3 + place * 94).toFixed(2)}%`

/** Liquidation, stop, mark and entry on one line to scale, with the places liquidation has had. */
export const DistanceBar = ({ facts, episode, limits }: Props) => {
  const { t, formats } = useTranslation()
  const scale = distanceScale({ facts, episode, limits })
  if (scale === null) return null

  const prices: Record<ScaleMark, PrintedPrice> = {
    liquidation: facts.liquidationPrice,
    stop: facts.stopLoss.state === 'present' ? facts.stopLoss.price : { missing: 'unknown' },
    mark: facts.markPrice,
    entry: facts.entryPrice,
  }
  const spoken = names.flatMap((name) => {
    const { decimals } = prices[name]
    const price = known(prices[name])
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
        {(['caution', 'danger'] as const).map((zone) => (
          <line
            key={zone}
            class={`zone ${zone}`}
            x1={across(scale.zones[zone][0])}
            x2={across(scale.zones[zone][1])}
            y1="13"
            y2="13"
          />
        ))}
        {scale.ghosts.map((place, index) => (
          <svg key={index} data-ghost x={across(place)} y="13" overflow="visible">
            <ScaleShape name="ghost" />
          </svg>
        ))}
        {(['entry', 'stop', 'liquidation', 'mark'] as const).map((name) => {
          const place = scale.marks[name]
          return place === undefined ? null : (
            <svg key={name} data-mark={name} x={across(place)} y="13" overflow="visible">
              <ScaleShape name={name} />
            </svg>
          )
        })}
      </svg>
      <p class="key" aria-hidden="true">
        {[
          ...names.filter((name) => name in scale.marks),
          ...(ghosts > 0 ? ['ghost' as const] : []),
        ].map((name) => (
          <span key={name}>
            <svg width="12" height="12" viewBox="-6 -6 12 12">
              <ScaleShape name={name} />
            </svg>
            {t(`bar.${name}`)}
          </span>
        ))}
      </p>
    </div>
  )
}
