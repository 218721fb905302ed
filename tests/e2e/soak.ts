import { compareWithTruth, truthOf } from './compare-with-truth.ts'
import type { BrowserPage, Driver } from './driver.ts'
import { panelState } from './panel.ts'
import { seededRandom } from '../seeded-random.ts'
import { pause, within } from './until.ts'
import { practice, QUIET } from './world.ts'

export type SoakOptions = {
  /** Deeds of the trader and the market; a simulated minute each. */
  steps: number
  seed: number
  /** Real milliseconds that a step takes at least. */
  pace: number
  onStep?: (step: number, what: string) => void
}

type Judged = {
  right: number
  withheld: number
  asked: number
  tooMany: string[]
  tooFew: string[]
}

export type SoakResult = {
  /** What the panel said that was not so, once it had time to look. */
  wrong: string[]
  /** Positions that the exchange has and the panel does not, at the end. */
  missing: string[]
  /** Panels in the page at the end; there is to be one. */
  panels: number
  checks: number
  /** Counts of additions shown, by whether the exchange has counted as many. */
  counts: Judged
  /** Kilobytes of live script objects in the tab, from beginning to end. */
  heap: number[]
  deeds: Record<string, number>
}

const symbols = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'] as const
const sizes = { BTCUSDT: 0.01, ETHUSDT: 0.2, SOLUSDT: 2 } as const
const languages = ['en', 'ru', 'zh-CN', 'es'] as const
const MINUTE = 60_000
const COUNTED = 3_000
/** What the panel says while it is about to look again is not held against it. */
const SETTLED = 6_000

/**
 * Hours of trading at speed, with what goes wrong in hours: reloads, an ended background, a full storage, a
 * clock that jumps, another language, panes made anew. Between two deeds the panel is compared with the exchange.
 */
export const soak = async (driver: Driver, options: SoakOptions): Promise<SoakResult> => {
  const { steps, seed, pace, onStep = () => undefined } = options
  const next = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const page = await driver.openPage(`${QUIET}&reset=on`)
  const result: SoakResult = {
    wrong: [],
    missing: [],
    panels: 0,
    checks: 0,
    counts: { right: 0, withheld: 0, asked: 0, tooMany: [], tooFew: [] },
    heap: [],
    deeds: {},
  }
  const began = Date.now()
  let ahead = 0

  const open = () => practice(page, 'positions')
  const own = async (): Promise<string | null> => {
    const positions = await open()
    return positions.length === 0 ? null : pick(positions).symbol
  }
  const onOwn = (act: (symbol: string) => Promise<unknown>) => async () => {
    const symbol = await own()
    if (symbol !== null) await act(symbol)
  }
  const enter = async () => {
    const symbol = pick(symbols)
    if ((await open()).some((position) => position.symbol === symbol)) return
    await practice(page, 'open', {
      symbol,
      side: pick(['buy', 'sell'] as const),
      quantity: sizes[symbol],
      leverage: pick([5, 10, 20]),
      marginMode: pick(['isolated', 'isolated', 'cross'] as const),
    })
  }
  const deeds: Record<string, { often: number; run: () => Promise<unknown> }> = {
    open: { often: 5, run: enter },
    'add margin': {
      often: 5,
      run: onOwn(async (symbol) => {
        const isolated = (await open()).find((each) => each.symbol === symbol)
        if (isolated?.marginMode === 'isolated') await practice(page, 'addMargin', symbol, 5)
      }),
    },
    'move prices': { often: 10, run: () => practice(page, 'moveAll', (next() - 0.5) * 0.006) },
    'set a stop': {
      often: 2,
      run: onOwn((symbol) => practice(page, 'setStops', symbol, { stopLoss: null })),
    },
    reduce: {
      often: 2,
      run: onOwn((symbol) =>
        practice(page, 'reduce', symbol, sizes[symbol as keyof typeof sizes] / 2),
      ),
    },
    close: { often: 1, run: onOwn((symbol) => practice(page, 'close', symbol)) },
    'switch language': {
      often: 1,
      run: () => practice(page, 'setView', { language: pick(languages) }),
    },
    'make the pane anew': {
      often: 1,
      run: () =>
        page
          .evaluate(() => {
            const pane = document.querySelector('#POSITIONS')
            pane?.replaceWith(pane.cloneNode(true))
          })
          .then(() => page.reload()),
    },
    reload: { often: 1, run: () => page.reload() },
    'end the background': { often: 2, run: () => driver.killBackground() },
    'fill the storage': {
      often: 1,
      run: async () => {
        await driver.fillStorage(true)
        await practice(page, 'moveAll', 0.001)
        await pause(400)
        await driver.fillStorage(false)
      },
    },
    'jump the clock': {
      often: 1,
      run: async () => {
        ahead += pick([-20, 45, 90]) * MINUTE
        await page.setClock(began + ahead)
      },
    },
  }
  const drawn = Object.entries(deeds).flatMap(([name, { often }]) =>
    Array.from({ length: often }, () => name),
  )

  const check = async (): Promise<void> => {
    let wrong: string[] = []
    const isRight = await within(SETTLED, async () => {
      const [state, truths] = [panelState(await page.panel()), await open()]
      wrong = compareWithTruth(state, truths).wrong
      return wrong.length === 0
    })
    if (isRight === null) result.wrong.push(...wrong)
    else result.checks += 1
  }

  const countsNow = async (): Promise<Judged> => {
    const [state, truths, events] = [
      panelState(await page.panel()),
      await open(),
      await practice(page, 'truth'),
    ]
    const judged: Judged = { right: 0, withheld: 0, asked: 0, tooMany: [], tooFew: [] }
    for (const truth of truths.filter(({ marginMode }) => marginMode === 'isolated')) {
      const card = state.positions.find(({ key }) => truthOf(key, [truth]) !== undefined)
      const shown = card?.fields['margin-additions']?.value ?? null
      const added = events.filter(
        (event) => event.kind === 'margin-added' && event.positionId === truth.id,
      ).length
      const told = `${truth.key}: ${String(shown)} instead of ${String(added)}`
      if (card === undefined || shown === null) judged.withheld += 1
      else if (Number(shown) === added) judged.right += 1
      else if (Number(shown) > added) judged.tooMany.push(told)
      else if (Number(shown) + card.questions >= added) judged.asked += 1
      else judged.tooFew.push(told)
    }
    return judged
  }
  /** Counts wait for a second look, and a trader for the page: both are given their time. */
  const judgeCounts = async (step: number): Promise<void> => {
    let judged = await countsNow()
    await within(COUNTED, async () => {
      judged = await countsNow()
      const { withheld, asked, tooMany, tooFew } = judged
      return withheld + asked + tooMany.length + tooFew.length === 0
    })
    const { counts } = result
    counts.right += judged.right
    counts.withheld += judged.withheld
    counts.asked += judged.asked
    for (const way of ['tooMany', 'tooFew'] as const)
      counts[way].push(...judged[way].map((told) => `step ${String(step)}, ${told}`))
  }

  for (let step = 0; step < steps; step += 1) {
    const name = step < 2 ? 'open' : pick(drawn)
    onStep(step, name)
    result.deeds[name] = (result.deeds[name] ?? 0) + 1
    await page.bringToFront()
    await deeds[name]?.run()
    // A step is a minute for the exchange, for the page and for the script that reads it.
    ahead += MINUTE
    await practice(page, 'advance', MINUTE).catch(() => undefined)
    await page.setClock(began + ahead)
    await pause(pace)
    await check()
    await judgeCounts(step)
    const heap = step % 10 === 9 ? await page.heap() : null
    if (heap !== null) result.heap.push(Math.round(heap))
  }

  await practice(page, 'setView', { language: 'en' })
  await within(15_000, async () => {
    const [state, truths] = [panelState(await page.panel()), await open()]
    const shown = state.positions.map(({ key }) => key.split(':')[0])
    result.missing = truths.map(({ symbol }) => symbol).filter((symbol) => !shown.includes(symbol))
    return result.missing.length === 0
  })
  result.panels = await countPanels(page)
  await page.close()
  return result
}

const countPanels = (page: BrowserPage): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('margin-brake-panel').length)
