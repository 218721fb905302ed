import type { ComponentChildren } from 'preact'
import { finestDecimals, knownPositive, type PrintedPrice } from '@/lib/rules/facts'
import type { Limits } from '@/lib/rules/limits'
import type { PositionModel } from '@/lib/rules/position'
import { type BarLabel, barLabels, type LabelledMark } from './bar-labels'
import { distanceScale, type ScaleMark } from './distance-scale'
import { FigureRow, FigureValue, type ShownFigure } from '../figures/FigureRow'
import { memo } from '../memo'
import { useTranslation } from '../translation-context'

type Props = {
  position: PositionModel
  limits: Limits
  figures: Readonly<Record<'mark-price' | 'liquidation-price', ShownFigure>>
}

const names: readonly ScaleMark[] = ['liquidation', 'stop', 'mark', 'entry']

/** Of the narrowest panel: 320 px without paddings and half a shape at either end. */
const WIDTH_PX = 278

/** Finer steps than these nobody sees, and each is drawn. */
const across = (place: number): string => `${(place * 100).toFixed(1)}%`

const Zone = memo(
  ({ zone, right, left }: { zone: 'caution' | 'danger'; right: string; left: string }) => (
    <div class={`zone ${zone}`} style={{ clipPath: `inset(0 ${right} 0 ${left})` }} />
  ),
)

/** One shape for each, so that nobody has to tell colours apart. Around (0, 0), 10 px. */
const shapes: Record<ScaleMark | 'ghost', string> = {
  liquidation: 'M-5-5 5 5M5-5-5 5',
  ghost: 'M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5',
  stop: 'M-4-4H4V4H-4Z',
  mark: 'M-5-6H5L0 3Z',
  entry: 'M0-5 5 0 0 5-5 0Z',
}

/** As wide as the bar, so that it moves by a share of the bar: that costs no layout, and can glide. */
const Mark = memo(({ name, at }: { name: ScaleMark | 'ghost'; at: string }) => (
  <div class="mark-at" data-mark={name} style={{ transform: `translateX(${at})` }}>
    <svg width="16" height="16" viewBox="-8 -8 16 16">
      <path class={`shape ${name}`} d={shapes[name]} />
    </svg>
  </div>
))

type LabelProps = Pick<BarLabel, 'name' | 'anchor'> & { at: string; children: ComponentChildren }

const Label = ({ name, anchor, at, children }: LabelProps) => (
  <span class="bar-label" data-label={name} data-anchor={anchor} style={{ left: at }}>
    {children}
  </span>
)

/** Its price is a figure of its own within the text. */
const Liquidation = ({ text, figure }: { text: string; figure: ShownFigure }) => {
  const price = figure.text ?? ''
  const [before, after] = text.includes(price) ? text.split(price) : [text, '']
  return (
    <>
      {before}
      <FigureValue name="liquidation-price" figure={figure} />
      {after}
    </>
  )
}

/**
 * Liquidation, stop, mark and entry on one line to scale, with the places that liquidation has had. The
 * prices stand on it: the mark's over the line, the others under it as far as there is room.
 */
export const DistanceBar = ({ position, limits, figures }: Props) => {
  const { t, formats } = useTranslation()
  const { facts, episode, evaluation } = position
  const { direction } = evaluation
  const stop: PrintedPrice =
    evaluation.stop.state === 'present' ? evaluation.stop.price : { missing: 'unknown' }
  const scale = distanceScale({ facts, direction, stop, episode, limits })
  if (scale === null) {
    return (
      <dl class="no-bar">
        <FigureRow name="liquidation-price" figure={figures['liquidation-price']} />
        <FigureRow name="mark-price" figure={figures['mark-price']} />
      </dl>
    )
  }

  const { liquidationPrice, entryPrice } = facts
  const prices = {
    liquidation: knownPositive(liquidationPrice),
    stop: knownPositive(stop),
    mark: knownPositive(facts.markPrice),
    entry: knownPositive(entryPrice),
  }
  // An entry price is printed finer than the market's prices are: here it is one of them.
  const decimals = finestDecimals(liquidationPrice, facts.markPrice)
  const named = (name: ScaleMark): readonly string[] => {
    if (prices[name] === null) return []
    const price = formats.price(prices[name], decimals)
    return [t('bar.place', { name: t(`bar.${name}`), price }), price]
  }
  const marked = (name: ScaleMark, texts: readonly string[]): LabelledMark[] => {
    const place = scale.marks[name]
    return place === undefined ? [] : [{ name, place, texts }]
  }
  const under = barLabels(
    [
      ...marked('liquidation', named('liquidation')),
      ...marked('entry', [...named('entry').slice(0, 1), t('bar.entry')]),
      // The latest first: it is the one that the trader remembers.
      ...scale.ghosts.toReversed().map(({ place, price }): LabelledMark => {
        const texts = [t('bar.was', { price: formats.price(price, decimals) })]
        return { name: 'ghost', place, texts }
      }),
      ...marked('stop', named('stop').slice(1)),
    ],
    WIDTH_PX,
  )
  const over = barLabels(marked('mark', named('mark').slice(1)), WIDTH_PX)

  const spoken = names.flatMap((name) => named(name).slice(0, 1))
  const ghosts = scale.ghosts.length
  const sentence = [...spoken, ...(ghosts === 0 ? [] : [t('bar.earlier', { count: ghosts })])].join(
    '; ',
  )
  const zone = (name: 'caution' | 'danger') => {
    const [from, to] = scale.zones[name]
    return <Zone zone={name} left={across(from)} right={across(1 - to)} />
  }

  return (
    <div class="distance-bar" role="img" aria-label={sentence}>
      {over.map(({ name, place, anchor }) => (
        <Label key={name} name={name} anchor={anchor} at={across(place)}>
          <FigureValue name="mark-price" figure={figures['mark-price']} />
        </Label>
      ))}
      <div class="track">
        {zone('caution')}
        {zone('danger')}
        {scale.ghosts.map(({ place }, index) => (
          <Mark key={index} name="ghost" at={across(place)} />
        ))}
        {(['entry', 'stop', 'liquidation', 'mark'] as const).map((name) => {
          const place = scale.marks[name]
          return place === undefined ? null : <Mark key={name} name={name} at={across(place)} />
        })}
      </div>
      {under.map(({ name, place, text, anchor }) => (
        <Label key={`${name} ${text}`} name={name} anchor={anchor} at={across(place)}>
          {name === 'liquidation' ? (
            <Liquidation text={text} figure={figures['liquidation-price']} />
          ) : (
            text
          )}
        </Label>
      ))}
    </div>
  )
}
