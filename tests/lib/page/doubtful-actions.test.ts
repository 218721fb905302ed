import { describe, expect, test } from 'vitest'
import { readMarginDialog, readOrderForm, readPage } from '@/lib/page'
import { futuresPage, goodRow } from './futures-page'

type Line = readonly [label: string, figure: string]

const lineOf = ([label, figure]: Line): string =>
  `<div class="line"><span>${label}</span><span>${figure}</span></div>`

const dialogOf = ({
  title,
  lines,
  tabs = '',
}: {
  title: string
  lines: readonly Line[]
  tabs?: string
}) =>
  `<div role="dialog"><div>${title}</div>${tabs}
   <div class="bn-formItem"><label>Amount</label><input class="amount"><span>USDT</span></div>
   ${lines.map(lineOf).join('')}</div>`

const pageWith = (
  markup: string,
  { path = '/en/futures/BTCUSDT', typed = '', rows = [goodRow] } = {},
) => {
  const page = futuresPage({ path, rows })
  page.body.insertAdjacentHTML('beforeend', markup)
  for (const input of page.querySelectorAll<HTMLInputElement>('input.amount')) input.value = typed
  return page
}

const positionsOf = (page: Document) => {
  const reading = readPage(page, 0)
  return reading.status === 'positions' ? reading.positions : []
}

const englishLines: readonly Line[] = [
  ['Currently Assigned Margin', '59.43 USDT'],
  ['Max addable', '830.10 USDT'],
  ['Est.Liq.Price after increase', '56,000.0 USDT'],
]

describe('what is typed', () => {
  test('a lone comma that could part thousands or decimals is refused', () => {
    const page = pageWith(
      dialogOf({
        title: 'Ajustar margen',
        lines: [['Margen asignado actualmente', '59 USDT']],
      }),
      { path: '/es/futures/BTCUSDT', typed: '1,234' },
    )
    expect(readMarginDialog(page)?.amount).toEqual({ missing: 'unparsed', text: '1,234' })
  })

  test('where the page parts thousands with a point, "1.234" is not one and a bit', () => {
    const page = pageWith(
      dialogOf({
        title: 'Ajustar margen',
        lines: [['Margen asignado actualmente', '5.059,43 USDT']],
      }),
      { path: '/es/futures/BTCUSDT', typed: '1.234' },
    )
    const amount = readMarginDialog(page)?.amount
    expect(amount && 'value' in amount ? amount.value.toFixed() : 'missing').not.toBe('1.234')
  })

  test('an amount has no sign', () => {
    const page = pageWith(dialogOf({ title: 'Adjust Margin', lines: englishLines }), {
      typed: '-5',
    })
    expect(readMarginDialog(page)?.amount).not.toHaveProperty('value')
  })
})

describe('another dialog is not taken for Adjust Margin', () => {
  test('help with a search field and an article of that name', () => {
    const help = `<div role="dialog"><div>Help</div><input class="amount">
      <a>Adjust Margin</a><a>Liquidation</a></div>`
    expect(readMarginDialog(pageWith(help))).toBeNull()
  })

  test('in a language without words: closing a position, with its margin beside the entry price', () => {
    const page = pageWith(
      dialogOf({
        title: 'Qorvu zent',
        lines: [
          ['Blim', '59.43 USDT'],
          ['Dorn', '60,018.8 USDT'],
        ],
      }),
    )
    expect(positionsOf(page)).toHaveLength(1)
    expect(readMarginDialog(page, positionsOf(page))).toBeNull()
  })

  test('in a language without words: without an estimate, no other figure takes its place', () => {
    const page = pageWith(
      dialogOf({
        title: 'Qorvu zent',
        lines: [
          ['Blim', '59.43 USDT'],
          ['Dorn', '30,018.8 USDT'],
          ['Fask', '-- USDT'],
        ],
      }),
    )
    expect(positionsOf(page)).toHaveLength(1)
    expect(readMarginDialog(page, positionsOf(page))).toBeNull()
  })
})

describe('in a language without words, the price tells which way the margin went', () => {
  test.each([
    ['10', '56,774.3', 'add'],
    ['10', '57,778.3', 'remove'],
    // Another amount would have moved it so far.
    ['25', '56,774.3', null],
    ['', '56,774.3', null],
    ['10', '57,276.3', null],
  ])('%s typed, %s printed: %s', (typed, price, direction) => {
    const page = pageWith(
      dialogOf({
        title: 'Qorvu zent',
        lines: [
          ['Blim', '59.43 USDT'],
          ['Fask', `${price} USDT`],
        ],
      }),
      { typed },
    )
    const reading = readMarginDialog(page, positionsOf(page))
    expect(reading?.direction ?? null).toBe(direction)
    expect(reading === null).toBe(direction === null)
    if (reading !== null) {
      expect(reading.estimatedLiquidationPrice).toMatchObject({ text: `${price} USDT` })
    }
  })
})

test('the figure of a line tells what it is, where its words are unknown and those of others are known', () => {
  const page = pageWith(
    dialogOf({
      title: 'Adjust Margin',
      tabs: '<i role="tab" aria-selected="true">Add</i><i role="tab" aria-selected="false">Remove</i>',
      lines: [
        ['Blim', '59.43 USDT'],
        ['Max addable', '830.10 USDT'],
        ['Fask', '56,774.3 USDT'],
      ],
    }),
    { typed: '10' },
  )
  expect(readMarginDialog(page, positionsOf(page))).toMatchObject({
    direction: 'add',
    assignedMargin: { text: '59.43 USDT' },
    most: { text: '830.10 USDT' },
    estimatedLiquidationPrice: { text: '56,774.3 USDT' },
  })
})

const formOf = ({
  previews = '',
  check = '',
  size = 'Size',
  unit = 'BTC',
  available = '<span>100.00 USDT</span>',
}) => `<div class="react-grid-item"><button>Isolated</button><button>20x</button>
  <div class="line"><span>Avbl</span>${available}</div>
  <div class="bn-formItem"><label>${size}</label><input id="unitAmount-1"><span>${unit}</span></div>
  ${check}${previews}</div>`

const preview = (price: string, cost: string): string =>
  lineOf(['Liq Price', price]) + lineOf(['Cost', cost])

describe('the order form', () => {
  test('both blocks are read where the long stands first', () => {
    const page = pageWith(
      formOf({
        previews: `${lineOf(['Liq.Price', '57,000.0 USDT'])}${lineOf(['Cost', '10.00 USDT'])}
          ${lineOf(['Liq.Price', '62,000.0 USDT'])}${lineOf(['Cost', '11.00 USDT'])}`,
      }),
    )
    expect(readOrderForm(page)?.long.cost).toMatchObject({ text: '10.00 USDT' })
  })

  test('the words that the page prints in the form are known', () => {
    const page = pageWith(
      formOf({
        previews: preview('57,000.0 USDT', '10.00 USDT') + preview('62,000.0 USDT', '11.00 USDT'),
      }),
    )
    expect(readOrderForm(page)?.long.liquidationPrice).toHaveProperty('value')
  })

  test('where the short stands first, its cost is not given to the long', () => {
    const page = pageWith(
      formOf({
        previews: `${lineOf(['Liq.Price', '62,000.0 USDT'])}${lineOf(['Cost', '11.00 USDT'])}
          ${lineOf(['Liq.Price', '57,000.0 USDT'])}${lineOf(['Cost', '10.00 USDT'])}`,
      }),
    )
    const form = readOrderForm(page)
    expect(form?.long.cost).not.toMatchObject({ text: '11.00 USDT' })
    expect(form?.short.cost).not.toMatchObject({ text: '10.00 USDT' })
  })

  test('a tick whose state is not said is not "no stop"', () => {
    const page = pageWith(
      formOf({ check: '<label><div role="checkbox" class="ticked"></div> TP/SL</label>' }),
    )
    expect(readOrderForm(page)?.stopLoss).toEqual({ missing: 'unknown' })
  })

  test('a tick whose state is not said does not make the order an opening one', () => {
    const page = pageWith(
      formOf({ check: '<label><div role="checkbox" class="ticked"></div> Reduce-Only</label>' }),
    )
    expect(readOrderForm(page)?.action).toBe('unknown')
  })

  test('a label in capitals is not the unit', () => {
    const page = pageWith(formOf({ size: 'QORVU', unit: '张' }), {
      path: '/xx/futures/BTCUSDT',
    })
    expect(readOrderForm(page)?.sizeUnit).not.toBe('QORVU')
  })

  test('the word behind a balance without asset is not its asset', () => {
    const page = pageWith(formOf({ available: '<span>100.00</span><span>Transfer</span>' }))
    expect(readOrderForm(page)?.asset).not.toBe('Transfer')
  })
})
