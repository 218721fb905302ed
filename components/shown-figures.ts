import type { Translation } from '@/lib/i18n'
import type { Figure, PositionModel, PrintedPrice } from '@/lib/rules'
import type { FigureName, ShownFigure } from './FigureRow'

const shown = <T extends { toFixed: () => string }>(
  figure: Figure<T>,
  print: (value: T) => string,
): ShownFigure =>
  'value' in figure
    ? { value: figure.value.toFixed(), text: print(figure.value) }
    : { missing: figure.missing }

const additions = (
  { episode, facts }: PositionModel,
  allowed: number,
  { t, formats }: Translation,
): ShownFigure => {
  if (facts.marginMode === 'cross') return { missing: 'none' }
  if (episode === null) return { missing: 'unknown', text: t('additions.unknown') }
  const count = episode.marginAdditions
  return {
    value: String(count),
    text: t('additions.of', { count: formats.count(count), allowed: formats.count(allowed) }),
  }
}

/** Every figure of a position, rounded towards danger, prices with the page's own digits. */
export const shownFigures = (
  position: PositionModel,
  allowed: number,
  translation: Translation,
): Record<FigureName, ShownFigure> => {
  const { facts, evaluation } = position
  const { formats, t } = translation
  const asset = facts.marginAsset
  const price = (figure: PrintedPrice): ShownFigure =>
    shown(figure, (value) => formats.price(value, figure.decimals ?? value.decimalPlaces()))
  const { stopLoss } = facts
  return {
    'liquidation-distance':
      'missing' in evaluation.distance && evaluation.distance.missing === 'none'
        ? { missing: 'none', text: t('liquidation.none') }
        : shown(evaluation.distance, (value) => formats.percent(value, 'down')),
    'liquidation-price': price(facts.liquidationPrice),
    'mark-price': price(facts.markPrice),
    margin: shown(facts.margin, (value) => formats.amount(value, asset, 'up')),
    'at-stake': shown(evaluation.atStake, (value) => formats.amount(value, asset, 'up')),
    'margin-additions': additions(position, allowed, translation),
    'capital-share': shown(evaluation.capitalShare, (value) => formats.percent(value, 'up')),
    'unrealized-pnl': shown(facts.unrealizedPnl, (value) =>
      formats.signedAmount(value, asset, 'down'),
    ),
    'stop-loss':
      stopLoss.state === 'present'
        ? price(stopLoss.price)
        : { missing: stopLoss.state === 'absent' ? 'none' : 'unknown' },
    leverage: shown(facts.leverage, (value) => `${value.toFixed()}×`),
  }
}

/** There is no room for words where a figure is missing. */
export const inBrief = (figure: ShownFigure): ShownFigure =>
  'missing' in figure ? { ...figure, text: figure.missing === 'none' ? '–' : '?' } : figure
