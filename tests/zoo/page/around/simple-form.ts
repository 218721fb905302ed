import { figureMarkup } from '../../look/figure-markup.ts'
import { el } from '../../look/html.ts'
import { exactly } from '../../look/numerals.ts'
import type { Writer } from '../../look/writer.ts'
import type { AccountTruth } from '../../truth.ts'
import type { Account } from '../../world/world.ts'
import { hiddenText } from '../amount-cells.ts'
import { tabGroup } from '../panel.ts'
import { availableLine } from './scenery.ts'

/** An order form with nothing in it: the account's available balance stands there. */
export const simpleForm = (
  writer: Writer,
  { available, unit }: Account,
): { markup: string; truth: AccountTruth } => {
  const { choices, css, word, words } = writer
  const figure = exactly(available, /USD|^U$|BNFCR/.test(unit) ? 2 : 8)
  const isHidden = choices['hidden amounts'] === 'yes'
  const types = [words.limit, words.market, words.stopMarket]
  return {
    markup:
      tabGroup(
        writer,
        types.map((text, at) => ({ text, isInFront: at === 0 })),
      ) +
      availableLine(writer, isHidden ? hiddenText : figureMarkup(writer, figure, { unit })) +
      el('input', { type: 'text', class: css('width:100%;box-sizing:border-box') }) +
      el('button', {}, word(words.buy)) +
      el('button', {}, word(words.sell)),
    truth: {
      availableBalance: isHidden
        ? { is: 'hidden' }
        : { is: 'figure', value: figure.value, digits: figure.digits },
    },
  }
}
