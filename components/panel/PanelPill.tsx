import { useRef } from 'preact/hooks'
import { shortWarning } from '@/lib/i18n'
import { nearestOf, type PanelModel } from '@/lib/rules/panel'
import type { PositionModel } from '@/lib/rules/position'
import { FigureValue } from '../figures/FigureRow'
import { frameStyle, type PanelFrame } from './panel-frame'
import { atLeast, Pips } from '../figures/Pips'
import { shapeOf } from '../figures/shape-of'
import { inBrief, shownFigures } from '../figures/shown-figures'
import { useTranslation } from '../translation-context'
import { useDrag } from './use-drag'

type Props = {
  model: PanelModel
  frame: PanelFrame
  focus: (button: HTMLButtonElement | null) => void
}

type Nearest = NonNullable<ReturnType<typeof nearestOf>>

/** The first warning of all, in the model's order: with its symbol where that is not the one shown. */
const Wrong = ({ model, of }: Pick<Props, 'model'> & { of: PositionModel }) => {
  const translation = useTranslation()
  const [worst = of] = model.positions
  const [warning] = worst.evaluation.warnings
  if (warning === undefined) return null
  const { symbol, marginAsset } = worst.facts
  return (
    <span class="wrong" data-severity={warning.severity}>
      {worst !== of && `${symbol}: `}
      {shortWarning(warning, translation, { asset: marginAsset, now: model.now })}
    </span>
  )
}

/** In one line: how far the nearest is, how often margin was added to it, and what is wrong with any of them. */
const Line = ({ model, nearest, tone }: Pick<Props, 'model'> & Nearest) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const { facts, episode, age } = nearest
  const allowed = model.limits.maxMarginAdditions
  const figures = shownFigures(nearest, model, translation)
  return (
    <span data-status={model.status}>
      <span class="shape-of-tone" aria-hidden="true">
        {shapeOf[tone]}
      </span>
      <FigureValue name="liquidation-distance" figure={inBrief(figures['liquidation-distance'])} />
      <span class="symbol">{facts.symbol}</span>
      {facts.marginMode !== 'cross' && (
        <span class="additions">
          {episode !== null && (
            <Pips
              count={episode.marginAdditions}
              allowed={allowed}
              isKnown={episode.additionsKnown}
            />
          )}
          <span class="spoken">
            {t('glance.additions')} {atLeast(episode?.additionsKnown)}
            <FigureValue name="margin-additions" figure={figures['margin-additions']} />
          </span>
        </span>
      )}
      {age > 0 && <span class="age">{formats.duration(age)}</span>}
      <Wrong model={model} of={nearest} />
      {model.positions.length > 1 && (
        <span class="label">· {formats.count(model.positions.length)}</span>
      )}
    </span>
  )
}

/** The least of it. */
export const PanelPill = ({ model, frame, focus }: Props) => {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const { handlers, wasDragged } = useDrag(panel, frame)
  const found = nearestOf(model)
  return (
    <section
      class="panel"
      data-size="pill"
      data-tone={found?.tone}
      ref={panel}
      aria-label={t('panel.label')}
      style={frameStyle(frame)}
    >
      <button
        ref={focus}
        type="button"
        class="pill"
        data-action="expand"
        data-band={found?.nearest.evaluation.band ?? 'calm'}
        aria-expanded={false}
        title={t('panel.expand')}
        {...handlers}
        onClick={() => {
          if (!wasDragged()) frame.onSize('normal')
        }}
      >
        {found === null ? (
          <span data-status={model.status}>{t(`status.${model.status}`, { count: 0 })}</span>
        ) : (
          <Line model={model} {...found} />
        )}
      </button>
    </section>
  )
}
