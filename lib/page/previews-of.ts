import type { OrderPreview } from './action-reading'
import { figuresBehind } from './labelled-lines'
import type { NumberField } from './page-reading'
import type { CellNumber, Language } from './read-cells'
import type { Token } from './text-tokens'

const unknown: OrderPreview = {
  liquidationPrice: { missing: 'unknown' },
  cost: { missing: 'unknown' },
}

/** A price foretold "--" is none that the form knows, not "none". */
const foretold = (figure: CellNumber | undefined): NumberField =>
  figure === undefined || ('missing' in figure.field && figure.field.missing === 'none')
    ? { missing: 'unknown' }
    : figure.field

/** Two blocks, the long's first; which is which is proved by the prices, where both stand there. */
export const previewsOf = (tokens: readonly Token[], language: Language) => {
  const prices = figuresBehind('liquidationPrice', tokens, language)
  const costs = figuresBehind('cost', tokens, language)
  const [long, short] = prices.map(foretold)
  if (prices.length !== 2 || long === undefined || short === undefined) {
    return { long: unknown, short: unknown }
  }
  const isProved = 'value' in long && 'value' in short && long.value.lt(short.value)
  const cost = (place: 0 | 1): NumberField =>
    costs.length === 2 ? (costs[place]?.field ?? { missing: 'unknown' }) : { missing: 'unknown' }
  return isProved
    ? {
        long: { liquidationPrice: long, cost: cost(0) },
        short: { liquidationPrice: short, cost: cost(1) },
      }
    : { long: unknown, short: unknown }
}
