import { shortWarning } from '@/lib/i18n'
import { known } from '@/lib/rules/facts'
import type { PanelModel } from '@/lib/rules/panel'
import { type PositionModel, toneOf } from '@/lib/rules/position'
import { FigureValue } from '../figures/FigureRow'
import { Pips } from '../figures/Pips'
import { shapeOfTone } from '../figures/shape-of-tone'
import { inBrief, shownFigures } from '../figures/shown-figures'
import { useTranslation } from '../translation-context'

type Props = {
  position: PositionModel
  model: Pick<PanelModel, 'limits' | 'now'>
  onOpen: () => void
}

/** A distance from which on the small bar is full. */
const FAR = 0.5

/** Near distances differ more than far ones: half of the bar is 12.5 %. */
const lengthOf = (distance: number): string =>
  `${(100 * Math.sqrt(Math.min(1, Math.max(0, distance) / FAR))).toFixed(0)}%`

/** One of many, 30 px high: opened into its card by a click or a key. */
export const PositionRow = ({ position, model, onOpen }: Props) => {
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
      <button type="button" data-action="open-position" aria-expanded={false} onClick={onOpen}>
        <span class="symbol" data-long={facts.symbol.length > 11 ? '' : undefined}>
          {facts.symbol}
        </span>
        <span class={`side ${facts.side}`}>
          {facts.side === 'unknown' ? (
            <>
              <span aria-hidden="true">?</span>
              <span class="spoken">{t('side.unknown')}</span>
            </>
          ) : (
            t(`side.${facts.side}`)
          )}
        </span>
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
        <span class="additions">
          {episode !== null && facts.marginMode !== 'cross' ? (
            <Pips count={episode.marginAdditions} allowed={model.limits.maxMarginAdditions} />
          ) : (
            <span aria-hidden="true">–</span>
          )}
          <span class="spoken">
            {t('glance.additions')}{' '}
            <FigureValue name="margin-additions" figure={figures['margin-additions']} />
          </span>
        </span>
        <span class="stop" data-stop={evaluation.stop.state}>
          <span class="spoken">
            {t('field.stop-loss')} <FigureValue name="stop-loss" figure={figures['stop-loss']} />
          </span>
        </span>
        <span class="worst">
          <span aria-hidden="true">{tone === 'calm' ? '' : shapeOfTone[tone]}</span>
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
