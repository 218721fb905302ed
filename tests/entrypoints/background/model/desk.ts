import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { expect, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { emptyLedger, type Episode, type Ledger, standingEvents } from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import { journal } from '@/lib/storage/ledger'
import { mortalBackground } from '../mortal-background'
import { Tab } from './tab'
import type { Trade } from './trade'

const SECOND = 1_000
/** Far from a full hour, where no funding is settled. */
const START = Date.UTC(2026, 0, 5, 10, 20)

export type Which = 0 | 1

/** What truly happened so far. */
export type Model = { trade: Trade | null; past: Trade[]; opened: number }

export const nothingYet = (): Model => ({ trade: null, past: [], opened: 0 })

/** Nothing else ever happens here. */
const possible: ReadonlySet<string> = new Set(['opened', 'margin-added', 'closed', 'corrected'])

const strangeIn = ({ events }: Episode): string[] =>
  standingEvents(events).flatMap((event) => {
    const isAsked = event.kind === 'margin-added' && !event.certain
    return possible.has(event.kind) && !isAsked ? [] : [event.kind]
  })

const countsOf = (episodes: readonly Episode[]) =>
  episodes
    .map((episode) => ({
      entryPrice: episode.figures.entryPrice,
      additions: marginAdditions(episode),
      strange: strangeIn(episode),
    }))
    .sort((a, b) => (a.entryPrice < b.entryPrice ? -1 : 1))

const truthOf = (trades: readonly Trade[]) =>
  trades.map(({ entryPrice, additions, denied }) => ({
    entryPrice,
    additions: additions - denied.length,
    strange: [],
  }))

/** The real background over storage and archive that may fail, and two tabs that look at one account. */
export class Desk {
  readonly background: ReturnType<typeof mortalBackground>
  readonly tabs: [Tab, Tab]
  now = START
  #lives = 0
  #price = 59_000

  constructor(silentEnd: () => boolean) {
    vi.restoreAllMocks()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    vi.spyOn(Date, 'now').mockImplementation(() => this.now)
    vi.stubGlobal('indexedDB', new IDBFactory())
    fakeBrowser.reset()
    this.background = mortalBackground({ silentEnd })
    this.tabs = [this.#newTab(1), this.#newTab(2)]
  }

  #newTab(browserTab: number): Tab {
    this.#lives += 1
    return new Tab(`life-${String(this.#lives)}`, browserTab, this.background)
  }

  /** The page is loaded again: another life in the same tab of the browser. */
  reload(which: Which): void {
    this.tabs[which] = this.#newTab(this.tabs[which].browserTab)
  }

  wait(seconds: number): void {
    this.now += Math.round(seconds * SECOND)
  }

  /** Every tab that is awake reads the page, and all send at the same time. */
  async look({ trade }: Model): Promise<void> {
    const price = (this.#price += 0.1)
    const awake = this.tabs.filter(({ frozen }) => !frozen)
    await Promise.all(awake.map((tab) => tab.look(trade, { at: this.now, price })))
  }

  /** As it is seen twice, and no more than that. */
  async lookTwice(model: Model): Promise<void> {
    await this.look(model)
    this.wait(0.4)
    await this.look(model)
  }

  async #stored(): Promise<Ledger> {
    const { ledger } = await fakeBrowser.storage.local.get('ledger')
    return (ledger as { value: Ledger } | undefined)?.value ?? emptyLedger
  }

  async #archived(): Promise<Episode[]> {
    const records: Episode[] = []
    await journal.each((record) => records.push(record as Episode))
    return records
  }

  /** At no moment does anything say more than what truly happened. */
  async nothingIsInvented({ trade, past }: Model): Promise<void> {
    const true_ = new Map(
      [...past, ...(trade === null ? [] : [trade])].map((t) => [t.entryPrice, t]),
    )
    const { open, closed } = await this.#stored()
    const answers = this.tabs.flatMap(({ answer }) =>
      answer === null ? [] : [...Object.values(answer.open), ...answer.closed],
    )
    for (const each of countsOf([...Object.values(open), ...closed, ...answers])) {
      expect(each.strange).toEqual([])
      expect(each.additions).toBeLessThanOrEqual(true_.get(each.entryPrice)?.additions ?? -1)
    }
  }

  /** Everything works again: what has happened is in the ledger and in the archive, and nothing waits. */
  async everythingArrives(model: Model): Promise<void> {
    Object.assign(this.background.broken, { storage: false, database: 'no' })
    this.background.endIn(Infinity)
    for (let minute = 0; minute < 4; minute += 1) {
      this.wait(70)
      await this.lookTwice(model)
      // Not before those that are awake had room: see `thaw`.
      for (const tab of this.tabs) tab.frozen = false
      // The archive is filled behind the answers.
      for (let turn = 0; turn < 40; turn += 1) await new Promise(setImmediate)
    }
    const { open, closed, unarchived } = await this.#stored()
    expect(countsOf(Object.values(open))).toEqual(
      truthOf(model.trade === null ? [] : [model.trade]),
    )
    expect(countsOf(closed)).toEqual(truthOf(model.past))
    expect(countsOf(await this.#archived())).toEqual(truthOf(model.past))
    expect(unarchived).toEqual([])
    const sent = this.tabs.map((tab) => tab.sent)
    for (const tab of this.tabs) {
      expect(tab.isDone).toBe(true)
      await tab.retry()
    }
    expect(this.tabs.map((tab) => tab.sent)).toEqual(sent)
  }
}
