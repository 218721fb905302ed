import { describe, expect, test } from 'vitest'
import { readAccount } from '@/lib/page/account/read-account'
import type { AccountReading } from '@/lib/page'
import { line, pageOf } from './page-of'

const card = (...lines: string[]) => `<section>${lines.join('')}</section>`

const usual = card(
  line('Margin Ratio', '0.31%'),
  line('Maintenance Margin', '6.0007 USDT'),
  line('Margin Balance', '1,998.79 USDT'),
  '<div>Single-Asset Mode</div>',
)

const figuresOf = ({
  marginBalance,
  maintenanceMargin,
  marginRatio,
  availableBalance,
}: AccountReading) =>
  [marginBalance, maintenanceMargin, marginRatio, availableBalance].map((field) =>
    'value' in field ? field.value.toFixed() : field.missing,
  )

describe('the account card', () => {
  test('in no widget that anyone knows', () => {
    const account = readAccount(pageOf(usual + line('Avbl', '1,789.04 USDT')))
    expect(figuresOf(account)).toEqual(['1998.79', '6.0007', '0.0031', '1789.04'])
    expect(account).toMatchObject({ asset: 'USDT', assetMode: { value: 'single' } })
  })

  test('the asset behind the label, none behind the figure', () => {
    const markup = card(
      line('Maintenance Margin (USDT)', '6.0007'),
      line('Margin Balance (USDT)', '1,998.79'),
    )
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 2)).toEqual(['1998.79', '6.0007'])
  })

  test('the asset in front of the figure, whose last digits stand in an element of their own', () => {
    const markup = card(
      line('Maintenance Margin', 'USDT 6.0007'),
      line('Margin Balance', '<b>USDT 1,998</b><small>.79</small>'),
    )
    const account = readAccount(pageOf(markup))
    expect(figuresOf(account).slice(0, 2)).toEqual(['1998.79', '6.0007'])
    expect(account.asset).toBe('USDT')
  })

  test('a margin ratio without a percent sign is none', () => {
    const markup = card(line('Margin Ratio', '0.15'), line('Margin Balance', '1,998.79 USDT'))
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 3)).toEqual([
      '1998.79',
      'column-hidden',
      'unparsed',
    ])
  })

  test('the balance a second time, over the order form', () => {
    const second = (balance: string) =>
      figuresOf(readAccount(pageOf(`<div>${line('Margin Balance', balance)}</div>${usual}`)))
    expect(second('1,998.79 USDT').slice(0, 3)).toEqual(['1998.79', '6.0007', '0.0031'])
    expect(second('1,998.80 USDT')[0]).toBe('column-hidden')
  })

  test('each digit in an element of its own, or a place where the line may break', () => {
    const apart = '1,998.79'.replace(/./g, '<i>$&</i>')
    const markup = card(
      line('Maintenance Margin', '16,<wbr>000.<wbr>70 USDT'),
      line('Margin Balance', `${apart} USDT`),
    )
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 2)).toEqual(['1998.79', '16000.7'])
  })

  test('labels and figures in one text, and figures in several', () => {
    const markup = card(
      '<p>Margin Ratio: 0.31%</p>',
      '<p>Maintenance Margin<b>6.0007</b><i>USDT</i></p>',
      '<p>Margin Balance<span>1,998.<small>79</small></span> <span>USDT</span></p>',
    )
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 3)).toEqual([
      '1998.79',
      '6.0007',
      '0.0031',
    ])
  })

  test('labels and figures in one text, where they have a place', () => {
    const markup = [
      ['Margin Ratio: 0.31%', 0],
      ['Maintenance Margin: 6.0007 USDT', 20],
      ['Margin Balance: 1,998.79 USDT', 40],
    ]
      .map(([text, top]) => `<p data-box="0 ${String(top)} 200 16">${String(text)}</p>`)
      .join('')
    const page = pageOf(`<section data-box="0 0 200 60">${markup}</section>`)
    expect(figuresOf(readAccount(page)).slice(0, 3)).toEqual(['1998.79', '6.0007', '0.0031'])
  })

  test('in a language beside another one, with a decimal comma', () => {
    const second = (text: string) => `<font><br><font>${text}</font></font>`
    const markup = card(
      line(`Margin Ratio${second('Коэф. маржи')}`, '0,31%'),
      line(`Maintenance Margin${second('Поддерживающая маржа')}`, '6,0007 USDT'),
      line(`Margin Balance${second('Баланс маржи')}`, '1 998,79 USDT'),
    )
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 3)).toEqual([
      '1998.79',
      '6.0007',
      '0.0031',
    ])
  })

  test('titles over their figures', () => {
    const cell = (left: number, top: number, text: string) =>
      `<span data-box="${String(left)} ${String(top)} 80 16">${text}</span>`
    const markup = `<section data-box="0 0 300 60">
      <div data-box="0 0 300 16">${cell(0, 0, 'Margin Ratio')}${cell(100, 0, 'Maintenance Margin')}${cell(200, 0, 'Margin Balance')}</div>
      <div data-box="0 20 300 16">${cell(0, 20, '0.31%')}${cell(100, 20, '6.0007 USDT')}${cell(200, 20, '1,998.79 USDT')}</div>
    </section>`
    expect(figuresOf(readAccount(pageOf(markup))).slice(0, 3)).toEqual([
      '1998.79',
      '6.0007',
      '0.0031',
    ])
  })

  test('a title over a column of assets names none of them', () => {
    const cell = (left: number, top: number, text: string) =>
      `<span data-box="${String(left)} ${String(top)} 80 16">${text}</span>`
    const rows = ['Asset|Maint. Margin|Margin Balance', 'USDT|1.00|500.00', 'USDC|2.00|700.00']
      .map(
        (row, at) =>
          `<div data-box="0 ${String(20 * at)} 300 16">${row
            .split('|')
            .map((text, column) => cell(column * 100, 20 * at, text))
            .join('')}</div>`,
      )
      .join('')
    const { marginBalance } = readAccount(
      pageOf(`<section data-box="0 0 300 60">${rows}</section>`),
    )
    expect(marginBalance).not.toHaveProperty('value')
  })

  test('two cards that differ: neither', () => {
    const other = card(line('Margin Ratio', '1.00%'), line('Margin Balance', '5.00 USDT'))
    expect(readAccount(pageOf(usual + other)).marginBalance).not.toHaveProperty('value')
  })

  test('hidden amounts are hidden, and not none', () => {
    const markup = card(line('Margin Ratio', '0.31%'), line('Margin Balance', '****'))
    expect(readAccount(pageOf(markup)).marginBalance).toMatchObject({ missing: 'hidden' })
  })

  test('amounts in BNFCR: credits mode, all assets together', () => {
    const markup = card(line('Margin Ratio', '0.31%'), line('Margin Balance', '998.79 BNFCR'))
    expect(readAccount(pageOf(markup))).toMatchObject({
      asset: 'BNFCR',
      assetMode: { value: 'multi' },
    })
  })

  test('settings that offer both modes say neither', () => {
    const markup = `${usual}<div>Multi-Assets Mode</div>`
    expect(readAccount(pageOf(markup)).assetMode).toEqual({ missing: 'unknown' })
  })

  test('without a card, what is available says its asset', () => {
    const account = readAccount(pageOf(line('Avbl', '0.0457 BTC')))
    expect(account).toMatchObject({ asset: 'BTC', availableBalance: { text: '0.0457 BTC' } })
  })

  test('what is available in another asset is not compared with the balance', () => {
    const account = readAccount(pageOf(usual + line('Avbl', '5.00 USDC')))
    expect(account.availableBalance).toEqual({ missing: 'unknown', text: '5.00 USDC' })
  })
})
