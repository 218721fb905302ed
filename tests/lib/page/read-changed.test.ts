import { describe, expect, test } from 'vitest'
import { type PageReading, readPage } from '@/lib/page'
import { readChanged as readSome } from '@/lib/page/read-page'
import { emptyMemory } from '@/lib/page/reader-memory'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'
import { drawRow } from './fuzz/draw-row'
import { drawWorld, type World } from './fuzz/draw-world'
import { randomFrom } from './fuzz/random'

const readChanged = (...given: Parameters<typeof readSome>): PageReading | null => {
  const reading = readSome(...given)
  if (reading === 'same') throw new Error('something has changed')
  return reading
}

/** What a reading shows, without when it was read. */
const shown = (reading: PageReading): string[] =>
  reading.status !== 'positions'
    ? [reading.status]
    : reading.positions.map((position) => JSON.stringify({ ...position, readAt: 0 })).sort()

const titled = (cells: Cells, { titles }: World): Cells =>
  Object.fromEntries(HEADERS.map((header) => [titles[header], cells[header] ?? '']))

const ether = { ...goodRow, Symbol: '<span>ETHUSDT</span><span>20x</span>', Size: '0.020 ETH' }
const cellOf = (document: Document, row: number, header: (typeof HEADERS)[number]): Element => {
  const cell = document.querySelectorAll('.items-center')[row]?.children[HEADERS.indexOf(header)]
  if (cell === undefined) throw new Error('no such cell')
  return cell
}

describe('after changes inside of cells', () => {
  test('only the rows that changed are read, and the others are the same objects', () => {
    const document = futuresPage({ rows: [goodRow, ether] })
    const memory = emptyMemory()
    const before = readPage(document, 0, memory)
    const cell = cellOf(document, 0, 'TP/SL for position')
    cell.textContent = '-- / 57,900.0'
    const after = readChanged(document, 100, { memory, changed: [cell] })
    if (before.status !== 'positions' || after?.status !== 'positions') throw new Error('unread')
    expect(after.positions[0]?.stopLoss).toMatchObject({ price: { text: '57,900.0' } })
    expect(after.positions[1]).toBe(before.positions[1])
  })

  test('a change outside of the cells is not theirs to tell', () => {
    const document = futuresPage()
    const memory = emptyMemory()
    readPage(document, 0, memory)
    const tab = document.querySelector('[role=tab]')!
    expect(readChanged(document, 100, { memory, changed: [tab] })).toBeNull()
    const row = document.querySelector('.items-center')!
    expect(readChanged(document, 100, { memory, changed: [row] })).toBeNull()
  })

  test('a row that reads worse than before has the whole page read', () => {
    const document = futuresPage()
    const memory = emptyMemory()
    readPage(document, 0, memory)
    const cell = cellOf(document, 0, 'PNL(ROI %)')
    cell.textContent = '+20.38 USDT (+34.54%)'
    expect(readChanged(document, 100, { memory, changed: [cell] })).toBeNull()
  })

  test('nothing changed: the same rows, read again', () => {
    const document = futuresPage()
    const memory = emptyMemory()
    const before = readPage(document, 0, memory)
    const after = readChanged(document, 5_000, { memory, changed: [] })
    expect(after && shown(after)).toEqual(shown(before))
    expect(after).toMatchObject({ positions: [{ readAt: 5_000 }] })
  })
})

test('whatever the cells come to print, it is read as a reading from nothing reads it', () => {
  let compared = 0
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = randomFrom(seed)
    let world = drawWorld(random)
    // In an unknown language the columns themselves are decided by the figures.
    while (world.language === 'nonsense') world = drawWorld(random)
    const taken = new Set<string>()
    const rows = [0, 1, 2].map(() => {
      const row = drawRow(random, { taken, world })
      taken.add(row.truth.symbol)
      return row
    })
    const document = futuresPage({
      rows: rows.map(({ cells }) => titled(cells, world)),
      headers: HEADERS.map((header) => world.titles[header]),
      path: world.path,
      tabs: world.tabs,
    })
    const memory = emptyMemory()
    readPage(document, 0, memory)
    for (let step = 1; step <= 25; step += 1) {
      const place = Math.floor(random.next() * rows.length)
      const others = new Set([...taken].filter((symbol) => symbol !== rows[place]?.truth.symbol))
      const fresh = drawRow(random, { taken: others, world }).cells
      // A tick in full, a tick that is half written, or a text cut off.
      const headers = random.chance(0.5) ? HEADERS : HEADERS.filter(() => random.chance(0.5))
      const changed = headers.map((header) => {
        const cell = cellOf(document, place, header)
        cell.innerHTML = fresh[header] ?? ''
        if (random.chance(0.05)) cell.textContent = cell.textContent.slice(0, -2)
        return cell
      })
      const holds = memory.marginHolds
      const reading = readChanged(document, step, { memory, changed })
      const whole = readPage(document, step, { ...emptyMemory(), marginHolds: holds })
      if (reading !== null) {
        compared += 1
        expect(shown(reading), `seed ${String(seed)}, step ${String(step)}`).toEqual(shown(whole))
      } else readPage(document, step, memory)
    }
  }
  expect(compared).toBeGreaterThan(100)
})
