import type { Translation } from '@/lib/i18n'
import {
  type Figure,
  isCountable,
  isNone,
  knownPositive,
  type PrintedPrice,
} from '@/lib/rules/facts'
import type { PanelModel } from '@/lib/rules/panel'
import type { PositionModel } from '@/lib/rules/position'
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
  // The page shows no additions at all: that there are none follows from the mode.
  if (facts.marginMode === 'cross') return { missing: 'none', reason: t('cross.no-addition') }
  if (episode === null) {
    return isCountable(facts)
      ? { missing: 'unknown', text: t('additions.unknown') }
      : { missing: 'unknown' }
  }
  const count = episode.marginAdditions
  return {
    value: String(count),
    text: t('additions.of', { count: formats.count(count), allowed: formats.count(allowed) }),
  }
}

const distanceOf = ({ evaluation: { distance } }: PositionModel, { t, formats }: Translation) =>
  isNone(distance)
    ? { missing: 'none' as const, text: t('liquidation.none') }
    : shown(distance, formats.distance)

/** Below that it is rather how long the page has been open than how long the stop has been missing, ms. Chosen. */
const WORTH_SAYING_MS = 60_000

/**
 * Is there a stop, and where: a price, since when there is none, or why it is not known. One that an open
 * order holds is as old as the last look at the orders.
 */
const stopOf = (
  { evaluation: { stop }, episode }: PositionModel,
  price: (figure: PrintedPrice) => ShownFigure,
  { t, formats }: Translation,
  now: number,
): ShownFigure => {
  switch (stop.state) {
    case 'present': {
      const figure = price(stop.price)
      if (stop.readAt === null || !('value' in figure)) return figure
      const duration = formats.duration(Math.max(0, now - stop.readAt))
      return { ...figure, text: t('stop-line.order', { price: figure.text, duration }) }
    }
    case 'absent': {
      const since = episode?.withoutStopSince ?? now
      const text =
        now - since < WORTH_SAYING_MS
          ? t('stop-line.none')
          : t('stop-line.none-for', { duration: formats.duration(now - since) })
      return { missing: 'none', text }
    }
    case 'partial':
      return { missing: 'unknown', text: t('stop-line.partial') }
    case 'possible':
    case 'unknown': {
      const orders = stop.orders ?? 0
      const text = orders > 0 ? t('stop-line.possible', { orders }) : t('stop-line.unknown')
      return { missing: 'unknown', text }
    }
  }
}

/**
 * Every figure of a position, rounded towards danger, prices with the page's own digits. Each is printed when it is
 * asked for: a row of the list shows three.
 */
export const shownFigures = (
  position: PositionModel,
  { limits, now }: Pick<PanelModel, 'limits' | 'now'>,
  translation: Translation,
): Record<FigureName, ShownFigure> => {
  const { facts, evaluation } = position
  const { formats } = translation
  const asset = facts.marginAsset
  // A price of zero is a fault of the page.
  const price = (figure: PrintedPrice): ShownFigure =>
    'value' in figure && knownPositive(figure) === null
      ? { missing: 'contradicted' }
      : shown(figure, (value) => formats.price(value, figure.decimals ?? value.decimalPlaces()))
  return {
    get 'liquidation-distance'() {
      return distanceOf(position, translation)
    },
    get 'liquidation-price'() {
      return price(facts.liquidationPrice)
    },
    get 'mark-price'() {
      return price(facts.markPrice)
    },
    get margin() {
      return shown(facts.margin, (value) => formats.amount(value, asset, 'up'))
    },
    get 'at-stake'() {
      return shown(evaluation.atStake, (value) =>
        formats.amount(value, evaluation.stakeAsset, 'up'),
      )
    },
    get 'margin-additions'() {
      return additions(position, limits.maxMarginAdditions, translation)
    },
    get 'capital-share'() {
      return shown(evaluation.capitalShare, (value) => formats.percent(value, 'up'))
    },
    get 'unrealized-pnl'() {
      return shown(facts.unrealizedPnl, (value) => formats.signedAmount(value, asset, 'down'))
    },
    get 'stop-loss'() {
      return stopOf(position, price, translation, now)
    },
    get leverage() {
      return shown(facts.leverage, (value) => `${value.toFixed()}×`)
    },
  }
}

/** There is no room for words where a figure is missing. */
export const inBrief = (figure: ShownFigure): ShownFigure =>
  'missing' in figure ? { ...figure, text: figure.missing === 'none' ? '–' : '?' } : figure
