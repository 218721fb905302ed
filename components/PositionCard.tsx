import type { PanelModel, PositionModel, Warning } from '@/lib/rules'
import { CountCorrection, type OnCorrect } from './CountCorrection'
import { DistanceBar } from './DistanceBar'
import { FigureRow, FigureValue } from './FigureRow'
import { shownFigures } from './shown-figures'
import type { EstimateOf } from './tools/position-tools'
import { PositionTools } from './tools/PositionTools'
import { useTranslation } from './translation-context'
import { WarningItem } from './WarningItem'

type Props = {
  position: PositionModel
  model: Pick<PanelModel, 'limits' | 'now'>
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

const rows = [
  'liquidation-price',
  'mark-price',
  'stop-loss',
  'unrealized-pnl',
  'margin',
  'at-stake',
  'capital-share',
  'margin-additions',
] as const

type WarningsProps = {
  warnings: readonly Warning[]
  /** The first one says its reason. */
  isOpen: boolean
  asset: string | null
  now: number
}

const Warnings = ({ warnings, isOpen, asset, now }: WarningsProps) =>
  warnings.length === 0 ? null : (
    <ul class="warnings">
      {warnings.map((warning, index) => (
        <WarningItem
          key={warning.code}
          warning={warning}
          open={isOpen && index === 0}
          context={{ asset, now }}
        />
      ))}
    </ul>
  )

export const PositionCard = ({ position, model, onCorrect, estimateOf }: Props) => {
  const translation = useTranslation()
  const { t, formats } = translation
  const { facts, evaluation, age, sight, episode } = position
  const figures = shownFigures(position, model, translation)
  const { warnings } = evaluation
  // What is dangerous is said first: on a low window the rest lies below the fold.
  const urgent = warnings.slice(0, warnings[0]?.severity === 'danger' ? 1 : 0)
  const others = warnings.slice(urgent.length)
  const context = { asset: facts.marginAsset, now: model.now }
  return (
    <article data-position={facts.key} data-band={evaluation.band} data-sight={sight}>
      <header>
        <h2>{facts.symbol}</h2>
        <span class={`side ${facts.side}`}>{t(`side.${facts.side}`)}</span>
        <FigureValue name="leverage" figure={figures.leverage} />
        <span class="mode">{t(`mode.${facts.marginMode}`)}</span>
        {age > 0 && <span class="age">{t('age', { duration: formats.duration(age) })}</span>}
      </header>
      {sight === 'out-of-sight' && <p class="out-of-sight">{t('out-of-sight')}</p>}
      <p class="distance">
        <FigureValue name="liquidation-distance" figure={figures['liquidation-distance']} />
        <span class="label">{t('field.liquidation-distance')}</span>
      </p>
      <Warnings {...context} warnings={urgent} isOpen />
      <DistanceBar position={position} limits={model.limits} />
      <dl>
        {rows.map((name) => (
          <FigureRow key={name} name={name} figure={figures[name]} />
        ))}
      </dl>
      <Warnings {...context} warnings={others} isOpen={urgent.length === 0} />
      <PositionTools
        position={position}
        limits={model.limits}
        now={model.now}
        estimateOf={estimateOf}
      />
      {episode !== null && facts.marginMode !== 'cross' && (
        <CountCorrection episode={episode} asset={facts.marginAsset} onCorrect={onCorrect} />
      )}
    </article>
  )
}
