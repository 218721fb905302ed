import { HEADERS } from '../futures-page'
import type { Header, World } from './draw-world'
import type { Random } from './random'

/** Does something to the page that a redesign, a half-done update or a stranger could do to it. */
export type Mutation = (page: Document, random: Random, world: World) => void

const headerOf = (page: Document): Element | null => page.querySelector('.header')
export const rowsOf = (page: Document): Element[] => [...page.querySelectorAll('.items-center')]
const tables = (page: Document): Element[] => [
  ...[headerOf(page)].filter((header) => header !== null),
  ...rowsOf(page),
]

export const cellOf = (page: Document, row: Element, title: string): Element | null => {
  const cells = [...(headerOf(page)?.children ?? [])]
  return row.children[cells.findIndex(({ textContent }) => textContent === title)] ?? null
}

/** Figures that the arithmetic ties to others, in an isolated row. */
const tied: readonly Header[] = [
  'Size',
  'Entry Price',
  'Mark Price',
  'Liq.Price',
  'Margin',
  'PNL(ROI %)',
]

const onIsolated = (page: Document, random: Random, { words }: World): Element | null => {
  const rows = rowsOf(page).filter((row) => row.textContent.includes(words.isolated))
  return rows.length === 0 ? null : random.pick(rows)
}

const textNodeOf = (element: Element): Element =>
  element.firstElementChild === null ? element : textNodeOf(element.firstElementChild)

const rewrite = (element: Element | null, change: (text: string) => string): void => {
  if (element === null) return
  const inner = textNodeOf(element)
  inner.textContent = change(inner.textContent)
}

const moveColumn = (page: Document, from: number, to: number): void => {
  for (const row of tables(page)) {
    const [cell, before] = [row.children[from], row.children[to]]
    if (cell !== undefined && before !== undefined) row.insertBefore(cell, before)
  }
}

const places = HEADERS.map((_, index) => index)

const scaled = (text: string, factor: number): string =>
  text.replace(/[\d,]+(?:\.\d+)?/, (figure) => {
    const digits = (/\.(\d+)/.exec(figure)?.[1] ?? '').length
    const value = (Number(figure.replaceAll(',', '')) * factor).toFixed(digits)
    return value.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?:\.|$))/g, ',')
  })

export const mutations: Readonly<Record<string, Mutation>> = {
  'as it is': () => undefined,

  'columns dropped': (page, random) => {
    for (let count = 0; count < 4; count += 1) {
      const place = random.pick(places.slice(0, 10 - count))
      for (const row of tables(page)) row.children[place]?.remove()
    }
  },
  'columns moved': (page, random) => {
    for (let count = 0; count < 5; count += 1) {
      moveColumn(page, random.pick(places), random.pick(places))
    }
  },
  'a column twice': (page, random) => {
    const place = random.pick(places)
    for (const row of tables(page)) {
      const cell = row.children[place]
      cell?.after(cell.cloneNode(true))
    }
  },
  'header words swapped': (page, random, world) => {
    const cells = [...(headerOf(page)?.children ?? [])]
    const named = (header: Header) =>
      cells.find(({ textContent }) => textContent === world.titles[header])
    const [first, second] = random.pick([
      ['Entry Price', 'Mark Price'],
      ['Mark Price', 'Liq.Price'],
      ['Entry Price', 'Liq.Price'],
      ['Margin', 'PNL(ROI %)'],
      ['Size', 'Entry Price'],
    ] as const)
    const [a, b] = [named(first), named(second)]
    if (a && b) [a.textContent, b.textContent] = [b.textContent, a.textContent]
  },
  'header words unknown': (page, random) => {
    for (const cell of headerOf(page)?.children ?? []) {
      if (random.chance(0.4)) cell.textContent = 'Vzok'
    }
  },
  'two cells of a row swapped': (page, random) => {
    const cells = [...random.pick(rowsOf(page)).children]
    const [one, other] = [random.pick(cells), random.pick(cells)]
    const after = other.nextSibling
    const parent = one.parentElement
    if (one === other || one === after) return
    one.replaceWith(other)
    parent?.insertBefore(one, after)
  },
  'invisible characters': (page, random) => {
    for (const element of random.pick(rowsOf(page)).querySelectorAll('*')) {
      if (element.firstElementChild !== null || element.textContent === '') continue
      const at = Math.floor(random.next() * element.textContent.length)
      const mark = random.pick(['\u200b', '\u200f', '\u202e', '\u2066', '\ufeff'])
      const text = element.textContent
      element.textContent = text.slice(0, at) + mark + text.slice(at)
    }
  },
  'a cell lost from a row': (page, random) => {
    random.pick([...random.pick(rowsOf(page)).children]).remove()
  },
  'text cut': (page, random) => {
    const cell = random.pick([...random.pick(rowsOf(page)).children])
    rewrite(cell, (text) => text.slice(0, Math.floor(random.next() * text.length)))
  },
  'text emptied': (page, random) => {
    rewrite(random.pick([...random.pick(rowsOf(page)).children]), () => '')
  },
  'number perturbed': (page, random, world) => {
    const row = onIsolated(page, random, world)
    if (row === null) return
    rewrite(cellOf(page, row, world.titles[random.pick(tied)]), (text) =>
      scaled(text, random.pick([0.01, 0.1, 0.5, 2, 10, 100])),
    )
  },
  'sign lost or found': (page, random, world) => {
    rewrite(cellOf(page, random.pick(rowsOf(page)), world.titles['PNL(ROI %)']), (text) =>
      text.startsWith('-') ? text.slice(1) : `-${text}`,
    )
  },
  'nodes wrapped': (page, random) => {
    for (const cell of random.pick(tables(page)).children) {
      if (!random.chance(0.5)) continue
      const wrapper = page.createElement('div')
      wrapper.append(...cell.childNodes)
      cell.append(wrapper)
    }
  },
  'nodes within a cell reordered': (page, random) => {
    for (const cell of random.pick(rowsOf(page)).children) {
      if (random.chance(0.5) && cell.firstChild !== null) cell.append(cell.firstChild)
    }
  },
  'a cell hidden': (page, random) => {
    const cell = random.pick([...random.pick(rowsOf(page)).children])
    cell.setAttribute('style', 'display: none')
  },
  'an old figure hidden in a cell': (page, random, world) => {
    const cell = cellOf(page, random.pick(rowsOf(page)), world.titles[random.pick(tied)])
    const old = page.createElement('span')
    old.setAttribute('style', 'display: none')
    old.textContent = scaled(cell?.textContent ?? '', 2)
    cell?.prepend(old)
  },
  'a row hidden': (page, random) => {
    random.pick(rowsOf(page)).setAttribute('style', 'display: none')
  },
  'rows shuffled': (page, random) => {
    for (const row of page.querySelectorAll('.list-item-container')) {
      if (random.chance(0.5)) row.parentElement?.prepend(row)
    }
  },
  'an old pane, hidden': (page, random) => {
    const pane = page.querySelector('#POSITIONS')
    const old = pane?.cloneNode(true) as Element
    for (const cell of old.querySelectorAll('.items-center .cell')) {
      rewrite(cell, (text) => scaled(text, 3))
    }
    old.setAttribute('style', random.pick(['display: none', 'visibility: hidden', 'opacity: 0']))
    pane?.before(old)
  },
  'cards of the history': (page) => {
    const card = page.createElement('div')
    for (const text of ['XRPUSDT Perp 20x', 'Cross', 'Entry Price', '0.51', 'Closed', '79 USDT']) {
      card.append(Object.assign(page.createElement('div'), { textContent: text }))
    }
    page.querySelector('#POSITIONS')?.append(card)
  },
  'hostile symbol': (page, random) => {
    const symbol = random.pick(rowsOf(page)).querySelector('span')
    if (symbol !== null) {
      symbol.textContent = random.pick([
        '<img src=x onerror=alert(1)>',
        '__proto__',
        'constructor',
        'BTCUSDT ETHUSDT',
        '${7*7}',
        'A'.repeat(10_000),
        '20x',
        '\u202eTDSUCTB',
      ])
    }
  },
  'size without a sign': (page, _, world) => {
    for (const row of rowsOf(page)) {
      rewrite(cellOf(page, row, world.titles.Size), (text) => text.replace('-', ''))
    }
  },
  'decimal commas': (page) => {
    for (const row of rowsOf(page)) {
      for (const element of row.querySelectorAll('*')) {
        if (element.firstElementChild !== null) continue
        element.textContent = element.textContent.replaceAll(/[.,](?=\d)/g, (mark) =>
          mark === ',' ? '.' : ',',
        )
      }
    }
  },
}
