import { figureMarkup } from '../../look/figure-markup.ts'
import { el } from '../../look/html.ts'
import { exactly, type Figure } from '../../look/numerals.ts'
import type { Writer } from '../../look/writer.ts'
import type { AccountTruth } from '../../truth.ts'
import type { Account } from '../../world/world.ts'
import { hiddenText } from '../amount-cells.ts'

const digitsOf = (unit: string): number => (/USD|^U$|BNFCR/.test(unit) ? 4 : 8)

/** The card with margin ratio, maintenance margin and balance, and what it says. */
export const accountCard = (
  writer: Writer,
  account: Account,
): { markup: string; truth: AccountTruth } => {
  const { choices, css, word, words } = writer
  if (choices['account card'] === 'absent') return { markup: '', truth: {} }
  const isHidden = choices['hidden amounts'] === 'yes'
  const { unit } = account
  const amount = (value: number): Figure => exactly(value, digitsOf(unit))
  const [maintenance, balance] = [amount(account.maintenanceMargin), amount(account.marginBalance)]
  const ratio = exactly(account.marginRatio * 100, 2)
  const money = (figure: Figure) => (isHidden ? hiddenText : figureMarkup(writer, figure, { unit }))
  const lines: [string, string][] = [
    [words.marginRatio, figureMarkup(writer, ratio, { unit: '%' })],
    [words.maintenanceMargin, money(maintenance)],
    [words.marginBalance, money(balance)],
  ]
  const isMulti = choices['asset mode'] !== 'single'
  const mode = el('button', {}, word(isMulti ? words.multiAssets : words.singleAsset))
  const label = css('opacity:.6')
  const body =
    choices['account card'] === 'table'
      ? el(
          'table',
          { class: css('width:100%') },
          ...lines.map(([name, value]) =>
            el(
              'tr',
              {},
              el('td', { class: label }, word(name)),
              el('td', { class: css('text-align:end') }, value),
            ),
          ),
        )
      : lines
          .map(([name, value]) =>
            el(
              'div',
              { class: css('display:flex;justify-content:space-between;height:22px') },
              el('span', { class: label }, word(name)),
              el('span', {}, value),
            ),
          )
          .join('')
  const shown = (figure: Figure): AccountTruth['marginBalance'] =>
    isHidden ? { is: 'hidden' } : { is: 'figure', value: figure.value, digits: figure.digits }
  return {
    markup: el('div', {}, mode) + body,
    truth: {
      marginRatio: { is: 'figure', value: ratio.value / 100, digits: ratio.digits },
      maintenanceMargin: shown(maintenance)!,
      marginBalance: shown(balance)!,
      assetMode: isMulti ? 'multi' : 'single',
    },
  }
}
