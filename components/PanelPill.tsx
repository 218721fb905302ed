import { useRef } from 'preact/hooks'
import type { PanelModel } from '@/lib/rules'
import { FigureValue } from './FigureRow'
import { frameStyle, type PanelFrame } from './panel-frame'
import { shownFigures } from './shown-figures'
import { useTranslation } from './translation-context'
import { useDrag } from './use-drag'

/** A shape beside every colour. */
const shapes = { calm: '●', caution: '◆', danger: '▲', crossed: '✕', unknown: '?' } as const

type Props = {
  model: PanelModel
  frame: PanelFrame
  focus: (button: HTMLButtonElement | null) => void
}

/** The least of it: the worst distance, and how often margin was added there. */
export const PanelPill = ({ model, frame, focus }: Props) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const panel = useRef<HTMLElement>(null)
  const { handlers, wasDragged } = useDrag(panel, frame)
  const [worst] = model.positions
  const figures = worst && shownFigures(worst, model, translation)
  const band = worst?.evaluation.band ?? 'calm'
  return (
    <section
      class="panel"
      data-size="pill"
      ref={panel}
      aria-label={t('panel.label')}
      style={frameStyle(frame)}
    >
      <button
        ref={focus}
        type="button"
        class="pill"
        data-action="expand"
        data-band={band}
        aria-expanded={false}
        title={t('panel.expand')}
        {...handlers}
        onClick={() => {
          if (!wasDragged()) frame.onSize('normal')
        }}
      >
        {worst === undefined || figures === undefined ? (
          <span data-status={model.status}>{t(`status.${model.status}`, { count: 0 })}</span>
        ) : (
          <span data-status={model.status}>
            <span class="shape-of-band" aria-hidden="true">
              {shapes[band]}
            </span>
            <FigureValue name="liquidation-distance" figure={figures['liquidation-distance']} />
            <span class="symbol">{worst.facts.symbol}</span>
            <span class="label" title={t('field.margin-additions')}>
              + <FigureValue name="margin-additions" figure={figures['margin-additions']} />
            </span>
            {model.positions.length > 1 && (
              <span class="label" title={t('status.ready', { count: model.positions.length })}>
                · {formats.count(model.positions.length)}
              </span>
            )}
          </span>
        )}
      </button>
    </section>
  )
}
