import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PageReading, readPage, watchPage } from '@/lib/page'
import { emptyMemory } from '@/lib/page/watch/memory'
import { futuresPage, goodRow, HEADERS } from './futures-page'

/** Long enough for a change to be read twice, and for the heartbeat. */
const WHILE = 2_500

const symbols = (reading: PageReading | undefined) =>
  reading?.status === 'positions' ? reading.positions.map(({ symbol }) => symbol) : reading?.status

const watch = (document: Document, onReading: () => void = () => undefined) => {
  // The observer of the document's own window; happy-dom has one for each.
  vi.stubGlobal(
    'MutationObserver',
    (document.defaultView as unknown as typeof globalThis).MutationObserver,
  )
  const readings: PageReading[] = []
  const control = new AbortController()
  watchPage(document, {
    signal: control.signal,
    onReading: (reading) => {
      readings.push(reading)
      onReading()
    },
  })
  return { readings, control, last: () => symbols(readings.at(-1)) }
}

/** No word of it is known: the arithmetic alone tells columns and mode. */
const wordlessPage = (): Document => {
  const words = HEADERS.map((_, at) => `Zvak${'oeiu'.repeat(at + 1)}`)
  const row = { ...goodRow, Margin: '<div>59.43 USDT</div><div>(Mrzuk)</div>' }
  const cells = HEADERS.map((header, at) => [words[at], row[header]])
  return futuresPage({ headers: words, rows: [Object.fromEntries(cells)], card: '' })
}

const wait = (milliseconds = WHILE) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('watching', () => {
  test('the whole pane replaced: read from the new one, and watched there', async () => {
    const document = futuresPage()
    const { last, control } = watch(document)
    expect(last()).toEqual(['BTCUSDT'])
    const widget = document.querySelector('#POSITIONS')?.parentElement
    const fresh = widget?.cloneNode(true) as Element
    const symbol = fresh.querySelector('.list-item-container span')
    if (symbol) symbol.textContent = 'ETHUSDT'
    widget?.replaceWith(fresh)
    await wait()
    expect(last()).toEqual(['ETHUSDT'])
    control.abort()
  })

  test('a single change is told twice within half a second, though the page then rests', async () => {
    const document = futuresPage()
    const { readings, last, control } = watch(document)
    // Read as a whole once more, so that a changed cell is read by its row only.
    await wait()
    const before = readings.length
    const symbol = document.querySelector('#POSITIONS .list-item-container span')?.firstChild
    if (symbol) symbol.nodeValue = 'ETHUSDT'
    await wait(500)
    expect(readings.length - before).toBeGreaterThanOrEqual(2)
    expect(readings.slice(before).map(symbols)).toEqual(
      readings.slice(before).map(() => ['ETHUSDT']),
    )
    expect(last()).toEqual(['ETHUSDT'])
    control.abort()
  })

  test('a tick waits for what the last one cost; what else changes is read at once', async () => {
    const document = futuresPage()
    const cost = { perReading: 2, sum: 0 }
    vi.spyOn(performance, 'now').mockImplementation(() => cost.sum)
    const { readings, last, control } = watch(document, () => (cost.sum += cost.perReading))
    await wait()
    const symbol = document.querySelector('#POSITIONS .list-item-container span')?.firstChild
    const write = async (text: string, milliseconds: number) => {
      if (symbol) symbol.nodeValue = text
      const before = readings.length
      await wait(milliseconds)
      return readings.length - before
    }
    expect(await write('ETHUSDT', 200)).toBe(1)
    // 2 ms are 0.4 % of half a second.
    expect(await write('SOLUSDT', 250)).toBe(0)
    expect(last()).toEqual(['ETHUSDT'])
    await wait(200)
    expect(last()).toEqual(['SOLUSDT'])
    await write('XRPUSDT', 0)
    document.querySelector('#POSITIONS')?.parentElement?.classList.add('moved')
    await wait(100)
    expect(last()).toEqual(['XRPUSDT'])
    control.abort()
  })

  describe('a known row after a change in one of its cells', () => {
    const cellOf = (document: Document, column: (typeof HEADERS)[number]) =>
      document.querySelectorAll('.list-item-container .cell')[
        HEADERS.indexOf(column)
      ] as HTMLElement

    /** The funding of the row after a change of its cell, and after the page has put it back. */
    const fundingAfter = async (change: (cell: HTMLElement) => void) => {
      const document = futuresPage()
      const { readings, control } = watch(document)
      await wait()
      const cell = cellOf(document, 'Est. Funding Fee')
      const funding = () => {
        const reading = readings.at(-1)
        const field = reading?.status === 'positions' && reading.positions[0]?.estimatedFunding
        return field && 'value' in field ? field.text : field && field.missing
      }
      expect(funding()).toBe('-0.1180 USDT')
      change(cell)
      await wait(800)
      const after = funding()
      cell.removeAttribute('style')
      cell.textContent = '-0.1180 USDT'
      await wait(800)
      expect(funding()).toBe('-0.1180 USDT')
      control.abort()
      return after
    }
    const textOf = (cell: HTMLElement) => cell.firstChild as Text

    test('another text in its text node', async () => {
      expect(await fundingAfter((cell) => (textOf(cell).data = '-0.2 USDT'))).toBe('-0.2 USDT')
    })

    test('emptied', async () => {
      expect(await fundingAfter((cell) => (textOf(cell).data = ''))).toBe('unparsed')
    })

    test('hidden by the page', async () => {
      expect(await fundingAfter((cell) => (cell.style.display = 'none'))).toBe('unparsed')
    })

    test('another element in its place', async () => {
      const written = (cell: HTMLElement) => (cell.innerHTML = '<b>-0.3</b> <i>USDT</i>')
      expect(await fundingAfter(written)).toBe('-0.3 USDT')
    })

    test('a second text behind the first', async () => {
      expect(await fundingAfter((cell) => cell.append(' 0.5'))).toBe('unparsed')
    })
  })

  test('the tabs gone: said so, and read again when they are back', async () => {
    const document = futuresPage()
    const { last, control } = watch(document)
    const widget = document.querySelector('#POSITIONS')?.parentElement
    const parent = widget?.parentElement
    widget?.remove()
    await wait()
    expect(last()).toBe('unreadable')
    if (widget) parent?.append(widget)
    await wait()
    expect(last()).toEqual(['BTCUSDT'])
    control.abort()
  })

  test('when a change has come to rest the account is read again, however lately it was read', async () => {
    const document = futuresPage()
    const { readings, control } = watch(document)
    await wait()
    const cell = document.querySelector('#POSITIONS .list-item-container span')?.firstChild
    const balance = [...document.querySelectorAll('span')].find(
      ({ textContent }) => textContent === '1,998.7908 USDT',
    )
    if (cell) cell.nodeValue = 'ETHUSDT'
    await wait(100)
    if (balance) balance.textContent = '1,900.0000 USDT'
    // The heartbeat comes after a second.
    await wait(400)
    expect(readings.at(-1)).toMatchObject({
      account: { marginBalance: { text: expect.stringContaining('1,900.0000') as string } },
    })
    control.abort()
  })

  test('a row that is half written tells no other mode', async () => {
    const row = {
      Symbol: '<span>LTCUSD</span><span>Perp</span><span>2x</span>',
      Size: '-129 Cont',
      'Entry Price': '120.8972642',
      'Break Even Price': '111.7557534',
      'Mark Price': '120.49',
      'Liq.Price': '235.80',
      'Margin Ratio': '4.98%',
      Margin: '<div>5.3363 LTC</div>',
      'PNL(ROI %)': '<div>+0.0360 LTC</div><div>(+0.67%)</div>',
    }
    const document = futuresPage({ rows: [row], path: '/en/delivery/LTCUSD_PERP', card: '' })
    const { readings, control } = watch(document)
    await wait()
    const cells = [...document.querySelectorAll('.list-item-container .cell')]
    const liquidation = cells.find(({ textContent }) => textContent === '235.80')?.firstChild
    const before = readings.length
    if (liquidation) liquidation.nodeValue = '359.09'
    await wait(300)
    const modes = readings
      .slice(before)
      .flatMap((reading) => (reading.status === 'positions' ? reading.positions : []))
      .map(({ marginMode, liquidationPrice }) => [marginMode, 'value' in liquidationPrice])
    expect(modes).toEqual([['unknown', true]])
    control.abort()
  })

  test('amounts that were hidden, under words that nobody knows, are read when they appear', async () => {
    const document = wordlessPage()
    const amounts = [...document.querySelectorAll('.cell')].flatMap((cell) =>
      [...cell.querySelectorAll('*'), cell]
        .flatMap(({ childNodes }) => [...childNodes])
        .filter(
          ({ nodeType, nodeValue }) =>
            nodeType === 3 && /\d (USDT|BTC)$|^\(-/.test(nodeValue ?? ''),
        ),
    )
    const printed = amounts.map(({ nodeValue }) => nodeValue)
    for (const amount of amounts) amount.nodeValue = '****'
    const { last, control } = watch(document)
    await wait()
    expect(last()).toEqual([])
    for (const [at, amount] of amounts.entries()) amount.nodeValue = printed[at] ?? ''
    await wait()
    expect(last()).toEqual(['BTCUSDT'])
    control.abort()
  })

  test('flat: what the account says is read again, though nothing moves in the pane', async () => {
    const document = futuresPage({ rows: [], declared: 0 })
    const { readings, last, control } = watch(document)
    await wait(1_500)
    expect(last()).toBe('flat')
    const before = readings.length
    await wait(30_000)
    expect(readings.length).toBeGreaterThan(before)
    control.abort()
  })

  test('flat, without a count on the tab: the first position is seen as soon as any other', async () => {
    const pane = '<p>You have no position.</p>'
    const document = futuresPage({ rows: [], declared: null, pane })
    const { last, control } = watch(document)
    await wait()
    expect(last()).toBe('flat')
    const opened = futuresPage({ declared: null }).querySelector('#POSITIONS')?.innerHTML
    const place = document.querySelector('#POSITIONS')
    if (place) place.innerHTML = opened ?? ''
    await wait()
    expect(last()).toEqual(['BTCUSDT'])
    control.abort()
  })

  test('what no mutation says is seen within half a minute, also when the clock was set back', async () => {
    const document = futuresPage()
    const label = document.body.appendChild(document.createElement('label'))
    label.innerHTML = '<input type="checkbox">Hide Other Symbols'
    const { readings, control } = watch(document)
    await wait()
    vi.setSystemTime(Date.now() - 3 * 3_600_000)
    const isComplete = () => {
      const reading = readings.at(-1)
      return reading?.status === 'positions' && reading.complete
    }
    expect(isComplete()).toBe(true)
    const box = label.querySelector('input')
    if (box) box.checked = true
    await wait(30_000)
    expect(isComplete()).toBe(false)
    control.abort()
  })

  test('its signal ends it', async () => {
    const document = futuresPage()
    const { readings, control } = watch(document)
    control.abort()
    const before = readings.length
    const symbol = document.querySelector('.list-item-container span')
    if (symbol) symbol.textContent = 'ETHUSDT'
    await wait()
    expect(readings.length).toBe(before)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('nothing throws out of it', () => {
  test('a document whose getters throw: a reading that says so', async () => {
    const document = futuresPage()
    const { readings, last, control } = watch(document)
    const widget = document.querySelector('#POSITIONS')
    Object.defineProperty(document, 'querySelectorAll', {
      configurable: true,
      get: () => {
        throw new Error('broken getter')
      },
    })
    widget?.classList.add('moved')
    await wait()
    expect(readings.at(-1)).toEqual({
      status: 'unreadable',
      failure: { code: 'fault', detail: 'broken getter' },
      outOfSight: [],
    })
    Reflect.deleteProperty(document, 'querySelectorAll')
    await wait()
    expect(last()).toEqual(['BTCUSDT'])
    control.abort()
  })

  test('what is thrown is no error', async () => {
    const document = futuresPage()
    const { readings, control } = watch(document)
    Object.defineProperty(document, 'location', {
      get: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a page may throw anything
        throw 'gone'
      },
    })
    await wait()
    expect(readings.at(-1)).toMatchObject({ failure: { code: 'fault', detail: 'gone' } })
    control.abort()
  })

  test('an empty document', async () => {
    const document = futuresPage()
    document.documentElement.replaceChildren()
    const { last, control } = watch(document)
    await wait()
    expect(last()).toBe('loading')
    control.abort()
  })
})

test('two hundred readings leave the document as it was', () => {
  const document = futuresPage({ rows: [goodRow, { ...goodRow, Size: 'x' }] })
  const before = document.documentElement.outerHTML
  const memory = emptyMemory()
  for (let read = 0; read < 200; read += 1) readPage(document, read, memory)
  expect(document.documentElement.outerHTML).toBe(before)
}, 60_000)

describe('rows under words that change', () => {
  test('the words over them changed: they are other rows', () => {
    const document = futuresPage({ rows: [goodRow] })
    const memory = emptyMemory()
    readPage(document, 1, memory)
    const header = [...document.querySelectorAll('.header .cell')].find(
      ({ textContent }) => textContent === 'Est. Funding Fee',
    )
    if (header) header.textContent = '?'
    expect(readPage(document, 2, memory)).toMatchObject({
      positions: [{ estimatedFunding: { missing: 'column-hidden' } }],
    })
  })
})
