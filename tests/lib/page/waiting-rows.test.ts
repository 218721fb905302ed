import { describe, expect, test } from 'vitest'
import type { PageReading, PositionReading } from '@/lib/page'
import { readPage } from '@/lib/page'
import { readChanged } from '@/lib/page/read-page'
import { emptyMemory } from '@/lib/page/reader-memory'
import { type Cells, futuresPage, goodRow, HEADERS } from './futures-page'

const ether: Cells = {
  ...goodRow,
  Symbol: '<span>ETHUSDT</span><span>20x</span>',
  Size: '0.020 ETH',
}

const cellOf = (document: Document, row: number, header: (typeof HEADERS)[number]): Element => {
  const cell = document.querySelectorAll('.items-center')[row]?.children[HEADERS.indexOf(header)]
  if (cell === undefined) throw new Error('no such cell')
  return cell
}

const nobodyLooks = () => true
const looksAt = (symbol: string) => (position: PositionReading) => position.symbol !== symbol

const marks = (reading: PageReading | 'same' | null): unknown =>
  reading === null || reading === 'same' || reading.status !== 'positions'
    ? reading
    : reading.positions.map(({ markPrice }) => markPrice.text)

/** Two rows that have been read once, and a way to print another mark price in them. */
const open = () => {
  const document = futuresPage({ rows: [goodRow, ether] })
  const memory = emptyMemory()
  const before = readPage(document, 0, memory)
  const printed = (row: number): string => cellOf(document, row, 'Mark Price').textContent
  const mark = printed(0)
  const print = (row: number, text: string): Element => {
    const cell = cellOf(document, row, 'Mark Price')
    cell.textContent = text
    return cell
  }
  return { document, memory, before, mark, print }
}

const moved = (mark: string): string =>
  mark.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))

describe('a price that moves in a row that nobody looks at', () => {
  test('is not read at once, and is after two seconds, without another change', () => {
    const { document, memory, mark, print } = open()
    const changed = [print(0, moved(mark))]
    expect(readChanged(document, 100, { memory, changed, mayWait: nobodyLooks })).toBe('same')
    const soon = readChanged(document, 1_900, { memory, changed: [], mayWait: nobodyLooks })
    expect(marks(soon)).toEqual([mark, mark])
    const later = readChanged(document, 2_100, { memory, changed: [], mayWait: nobodyLooks })
    expect(marks(later)).toEqual([moved(mark), mark])
  })

  test('keeps the row as old as it was read', () => {
    const { document, memory, mark, print } = open()
    const changed = [print(0, moved(mark))]
    const mayWait = nobodyLooks
    readChanged(document, 2_900, { memory, changed, mayWait })
    const reading = readChanged(document, 4_000, { memory, changed: [], mayWait })
    expect(reading).toMatchObject({ positions: [{ readAt: 0 }, { readAt: 4_000 }] })
  })

  test('is read at once when it is looked at', () => {
    const { document, memory, mark, print } = open()
    const changed = [print(0, moved(mark)), print(1, moved(mark))]
    const reading = readChanged(document, 100, { memory, changed, mayWait: looksAt('BTCUSDT') })
    expect(marks(reading)).toEqual([moved(mark), mark])
  })

  test('is read with anything else that changes in the row: what the trader does does not wait', () => {
    const { document, memory, mark, print } = open()
    const stops = cellOf(document, 0, 'TP/SL for position')
    stops.textContent = '-- / 57,900.0'
    const changed = [print(0, moved(mark)), stops]
    const reading = readChanged(document, 100, { memory, changed, mayWait: nobodyLooks })
    expect(marks(reading)).toEqual([moved(mark), mark])
    expect(reading).toMatchObject({
      positions: [{ stopLoss: { price: { text: '57,900.0' } } }, {}],
    })
  })

  test('is read with the whole page', () => {
    const { document, memory, mark, print } = open()
    const changed = [print(0, moved(mark))]
    readChanged(document, 100, { memory, changed, mayWait: nobodyLooks })
    expect(marks(readPage(document, 200, memory))).toEqual([moved(mark), mark])
    expect(memory.waiting.isEmpty()).toBe(true)
  })
})
