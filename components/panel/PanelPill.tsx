import { useRef } from 'preact/hooks'
import { shortWarning } from '@/lib/i18n'
import type { PanelModel } from '@/lib/rules/panel'
import { toneOf } from '@/lib/rules/position'
import { FigureValue } from '../figures/FigureRow'
import { frameStyle, type PanelFrame } from './panel-frame'
import { atLeast, Pips } from '../figures/Pips'
import { shapeOfTone } from '../figures/shape-of-tone'
import { inBrief, shownFigures } from '../figures/shown-figures'
import { useTranslation } from '../translation-context'
import { useDrag } from './use-drag'

type Props = {
  model: PanelModel
  frame: PanelFrame
  focus: (button: HTMLButtonElement | null) => void
}

/** The most endangered position of the model, in one line: how far, how often, and what is wrong. */
const Worst = ({ model }: Pick<Props, 'model'>) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const [worst] = model.positions
  if (worst === undefined) {
    return <span data-status={model.status}>{t(`status.${model.status}`, { count: 0 })}</span>
  }
  const { facts, evaluation, episode } = worst
  const allowed = model.limits.maxMarginAdditions
  const figures = shownFigures(worst, model, translation)
  const tone = toneOf(evaluation)
  const [warning] = evaluation.warnings
  const context = { asset: facts.marginAsset, now: model.now }
  return (
    <span data-status={model.status}>
      <span class="shape-of-tone" aria-hidden="true">
        {shapeOfTone[tone]}
      </span>
      <FigureValue name="liquidation-distance" figure={inBrief(figures['liquidation-distance'])} />
      <span class="symbol">{facts.symbol}</span>
      {facts.marginMode !== 'cross' && (
        <span class="additions" title={t('glance.additions')}>
          {episode !== null && (
            <Pips
              count={episode.marginAdditions}
              allowed={allowed}
              isLeast={!episode.additionsKnown}
            />
          )}
          <span class="spoken">
            {t('glance.additions')} {atLeast(episode?.additionsKnown)}
            <FigureValue name="margin-additions" figure={figures['margin-additions']} />
          </span>
        </span>
      )}
      {warning !== undefined && (
        <span class="wrong" data-worst={warning.code} data-severity={warning.severity}>
          {shortWarning(warning, translation, context)}
        </span>
      )}
      {model.positions.length > 1 && (
        <span class="label" title={t('status.ready', { count: model.positions.length })}>
          · {formats.count(model.positions.length)}
        </span>
      )}
    </span>
  )
}

/** The least of it. */
export const PanelPill = ({ model, frame, focus }: Props) => {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const { handlers, wasDragged } = useDrag(panel, frame)
  const [worst] = model.positions
  return (
    <section
      class="panel"
      data-size="pill"
      data-tone={worst && toneOf(worst.evaluation)}
      ref={panel}
      aria-label={t('panel.label')}
      style={frameStyle(frame)}
    >
      <button
        ref={focus}
        type="button"
        class="pill"
        data-action="expand"
        data-band={worst?.evaluation.band ?? 'calm'}
        aria-expanded={false}
        title={t('panel.expand')}
        {...handlers}
        onClick={() => {
          if (!wasDragged()) frame.onSize('normal')
        }}
      >
        <Worst model={model} />
      </button>
    </section>
  )
}
