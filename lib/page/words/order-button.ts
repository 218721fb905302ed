import type { Side } from '@/lib/margin'
import { wordsIn } from './lexicon'

export type OrderButton = {
  direction: 'buy' | 'sell'
  /** Hedge mode: what it does to which leg. `null`: the button of one-way mode. */
  leg: { side: Side; action: 'open' | 'close' } | null
}

export const buttonWords = [
  'buyLong',
  'sellShort',
  'openLong',
  'openShort',
  'closeLong',
  'closeShort',
] as const

const buttons: Readonly<Record<(typeof buttonWords)[number], OrderButton>> = {
  buyLong: { direction: 'buy', leg: null },
  sellShort: { direction: 'sell', leg: null },
  openLong: { direction: 'buy', leg: { side: 'long', action: 'open' } },
  openShort: { direction: 'sell', leg: { side: 'short', action: 'open' } },
  closeLong: { direction: 'sell', leg: { side: 'long', action: 'close' } },
  closeShort: { direction: 'buy', leg: { side: 'short', action: 'close' } },
}

/** What a button of the order form, or the side of an order, says: "Buy/Long", "Close Long". */
export const orderButtonOf = (text: string): OrderButton | null => {
  const words = wordsIn(text)
  const word = buttonWords.find((one) => words.has(one))
  return word === undefined ? null : buttons[word]
}
