import type { Ref } from 'preact'
import { shortWarning } from '@/lib/i18n'
import { known } from '@/lib/rules/facts'
import type { PanelModel } from '@/lib/rules/panel'
import { type PositionModel, toneOf } from '@/lib/rules/position'
import { FigureValue, type ShownFigure } from '../figures/FigureRow'
import { atLeast, Pips } from '../figures/Pips'
import { shapeOf } from '../figures/shape-of'
import { inBrief, shownFigures } from '../figures/shown-figures'
import { memo } from '../memo'
import { useTranslation } from '../translation-context'

type Props = {
  position: PositionModel
  model: Pick<PanelModel, 'limits' | 'now'>
  /** For the button, where it stands in for one that had the focus. */
  focus?: Ref<HTMLButtonElement>
  onOpen: (click: MouseEvent) => void
}

/** A distance from which on the small bar is full. */
const FAR = 0.5

/** Near distances differ more than far ones: half of the bar is 12.5 %. */
const lengthOf = (distance: number): string =>
  `${(100 * Math.sqrt(Math.min(1, Math.max(0, distance) / FAR))).toFixed(0)}%`

const Name = memo(({ symbol, side }: Pick<PositionModel['facts'], 'symbol' | 'side'>) => {
  const { t } = useTranslation()
  return (
    <>
      <span class="symbol" data-long={symbol.length > 11 ? '' : undefined}>
        {symbol}
      </span>
      <span class={`side ${side}`}>
        {side === 'unknown' ? (
          <>
            <span aria-hidden="true">?</span>
            <span class="spoken">{t('side.unknown')}</span>
          </>
        ) : (
          t(`side.${side}`)
        )}
      </span>
    </>
  )
})

/** `count` is `null` where additions are not counted. */
type AdditionsProps = {
  figure: ShownFigure
  count: number | null
  allowed: number
  isKnown: boolean
}

const Additions = memo(({ figure, count, allowed, isKnown }: AdditionsProps) => {
  const { t } = useTranslation()
  return (
    <span class="additions">
      {count === null ? (
        <span aria-hidden="true">–</span>
      ) : (
        <Pips count={count} allowed={allowed} isKnown={isKnown} />
      )}
      <span class="spoken">
        {t('glance.additions')} {count !== null && atLeast(isKnown)}
        <FigureValue name="margin-additions" figure={figure} />
      </span>
    </span>
  )
})

const Stop = memo(({ state, figure }: { state: string; figure: ShownFigure }) => {
  const { t } = useTranslation()
  return (
    <span class="stop" data-stop={state}>
      <span class="spoken">
        {state === 'present' && `${t('field.stop-loss')} `}
        <FigureValue name="stop-loss" figure={figure} />
      </span>
    </span>
  )
})

/** One of many, 30 px high: opened into its card by a click or a key. */
export const PositionRow = ({ position, model, focus = null, onOpen }: Props) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const { facts, evaluation, sight, age, episode } = position
  const figures = shownFigures(position, model, translation)
  const tone = toneOf(evaluation)
  const distance = known(evaluation.distance)
  const context = { asset: facts.marginAsset, now: model.now }
  return (
    <article
      class="row-of"
      data-position={facts.key}
      data-band={evaluation.band}
      data-tone={tone}
      data-sight={sight}
      data-folded=""
    >
      <button
        ref={focus}
        type="button"
        data-action="open-position"
        aria-expanded={false}
        onClick={onOpen}
      >
        <Name symbol={facts.symbol} side={facts.side} />
        <FigureValue
          name="liquidation-distance"
          figure={inBrief(figures['liquidation-distance'])}
        />
        {age > 0 ? (
          <span class="age">
            <span aria-hidden="true">{formats.duration(age)}</span>
            <span class="spoken">{t('age', { duration: formats.duration(age) })}</span>
          </span>
        ) : (
          <span class="mini" aria-hidden="true">
            {distance !== null && <i style={{ width: lengthOf(distance.toNumber()) }} />}
          </span>
        )}
        <Additions
          figure={figures['margin-additions']}
          count={facts.marginMode === 'cross' ? null : (episode?.marginAdditions ?? null)}
          allowed={model.limits.maxMarginAdditions}
          isKnown={episode?.additionsKnown !== false}
        />
        <Stop figure={figures['stop-loss']} state={evaluation.stop.state} />
        <span class="worst">
          <span aria-hidden="true">{tone === 'calm' ? '' : shapeOf[tone]}</span>
          {evaluation.warnings.map((warning) => (
            <span
              key={warning.code}
              class="spoken"
              data-warning={warning.code}
              data-severity={warning.severity}
            >
              {shortWarning(warning, translation, context)}
            </span>
          ))}
        </span>
      </button>
    </article>
  )
}
