import type { Ref } from 'preact'
import type { PanelKey } from '@/lib/i18n'
import { isCountable, isNone } from '@/lib/rules/facts'
import type { PanelModel } from '@/lib/rules/panel'
import { type PositionModel, toneOf } from '@/lib/rules/position'
import type { PanelSize } from '@/lib/rules/settings'
import { CountCorrection } from './CountCorrection'
import { DistanceBar } from './DistanceBar'
import { FigureValue } from '../figures/FigureRow'
import { Insights } from '../insight/Insights'
import { RangeNote } from '../insight/RangeNote'
import { atLeast, Pips } from '../figures/Pips'
import { shownFigures } from '../figures/shown-figures'
import { StakeFacts } from './StakeFacts'
import { StopLine } from './StopLine'
import { PositionTools } from '../tools/PositionTools'
import { usePanel } from '../panel-context'
import { useTranslation } from '../translation-context'
import { Warnings } from './Warnings'

type Props = {
  position: PositionModel
  model: Pick<PanelModel, 'limits' | 'now'>
  size?: PanelSize
  /** Among many: what has no row of its own to say it, and no more. */
  brief?: boolean
  /** One of many: its head folds it into a row. */
  onFold?: ((click: MouseEvent) => void) | undefined
  /** For the button of its head, where it stands in for one that had the focus. */
  focus?: Ref<HTMLButtonElement>
  /** One of its tools is used: it stays open, whatever becomes of others. */
  onUse?: () => void
}

const signOf = (figure: PositionModel['facts']['unrealizedPnl']) =>
  'value' in figure && !figure.value.isZero() ? (figure.value.isNeg() ? 'loss' : 'gain') : undefined

const Head = ({ position, figures, focus = null, onFold }: HeadProps) => {
  const { t } = useTranslation()
  const { facts } = position
  const who = (
    <>
      <h2>{facts.symbol}</h2>
      <span class={`side ${facts.side}`}>{t(`side.${facts.side}`)}</span>
      <FigureValue name="leverage" figure={figures.leverage} />
      <span class="mode" title={t(`mode.${facts.marginMode}`)}>
        {t(`mode-short.${facts.marginMode}`)}
      </span>
    </>
  )
  return (
    <header>
      {onFold === undefined ? (
        who
      ) : (
        <button
          ref={focus}
          type="button"
          class="who"
          data-action="fold-position"
          aria-expanded={true}
          onClick={onFold}
        >
          {who}
        </button>
      )}
      <span class="pnl" data-sign={signOf(facts.unrealizedPnl)}>
        <FigureValue name="unrealized-pnl" figure={figures['unrealized-pnl']} />
      </span>
    </header>
  )
}

type HeadProps = Pick<Props, 'position' | 'focus' | 'onFold'> & {
  figures: ReturnType<typeof shownFigures>
}

/** The direction is shown where the side does not give it: for cross rows, and for unknown sides. */
const distanceLabel = ({ facts, evaluation: { direction } }: PositionModel): PanelKey =>
  (facts.marginMode === 'isolated' && facts.side !== 'unknown') || direction === null
    ? 'field.liquidation-distance'
    : `glance.to-liquidation.${direction}`

/** How far, how often margin was added against the limit, is there a stop, what is at stake, what to do. */
export const PositionCard = (props: Props) => {
  const { position, model, size, brief = false, focus = null, onFold, onUse } = props
  const { onCorrect } = usePanel()
  const translation = useTranslation()
  const { t, formats } = translation
  const { facts, evaluation, age, sight, episode } = position
  const { limits, now } = model
  const figures = shownFigures(position, model, translation)
  const canAdd = facts.marginMode !== 'cross'
  const isOver = episode !== null && episode.marginAdditions > limits.maxMarginAdditions
  return (
    <article
      data-position={facts.key}
      data-band={evaluation.band}
      data-tone={toneOf(evaluation)}
      data-sight={sight}
    >
      <Head position={position} figures={figures} focus={focus} onFold={onFold} />
      {age > 0 && (
        <p class="out-of-sight">
          <span class="age">{t('age', { duration: formats.duration(age) })}</span>
          {sight === 'out-of-sight' && ` · ${t('out-of-sight')}`}
        </p>
      )}
      <div class="main">
        <p class="distance">
          <FigureValue name="liquidation-distance" figure={figures['liquidation-distance']} />
        </p>
        <p class="additions" data-over={canAdd && isOver ? '' : undefined}>
          {canAdd && episode !== null && (
            <Pips count={episode.marginAdditions} allowed={limits.maxMarginAdditions} />
          )}
          <span class={canAdd ? undefined : 'spoken'}>
            {(episode !== null || !isCountable(facts)) && `${t('glance.additions')} `}
            {canAdd && atLeast(episode?.additionsKnown)}
            <FigureValue name="margin-additions" figure={figures['margin-additions']} />
          </span>
        </p>
        {/* "No liquidation price to liquidation" is no sentence. */}
        <p class="label">{isNone(evaluation.distance) ? '' : t(distanceLabel(position))}</p>
        <StopLine stop={evaluation.stop} figure={figures['stop-loss']} />
      </div>
      {!brief && (
        <>
          <DistanceBar position={position} limits={limits} figures={figures} />
          <StakeFacts position={position} figures={figures} />
        </>
      )}
      {size === 'detailed' ? (
        <Insights position={position} now={now} />
      ) : (
        <RangeNote position={position} now={now} />
      )}
      <Warnings
        warnings={evaluation.warnings}
        context={{ asset: facts.marginAsset, now }}
        inFull={size === 'detailed'}
      />
      {!brief && (
        <div class="links" onFocusIn={onUse}>
          <PositionTools position={position} limits={limits} now={now} />
          {episode !== null && canAdd && (
            <CountCorrection episode={episode} asset={facts.marginAsset} onCorrect={onCorrect} />
          )}
        </div>
      )}
    </article>
  )
}
