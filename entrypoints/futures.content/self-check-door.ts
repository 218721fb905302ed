import type { SelfCheckDoor, Told } from '@/components/self-check-view'
import { makeReport, type SelfCheck, selfCheck } from '@/lib/page'
import { type ToldColumns, toldColumnsItem } from '@/lib/storage'

type DoorOptions = {
  document: Document
  version: string
  /** What is said there is kept until the tab is closed. */
  private: boolean
  signal: AbortSignal
}

/** The oldest goes first; nobody says so many. */
const MOST = 100

const isSame = (a: Told, b: Told): boolean =>
  a.language === b.language && a.header === b.header && a.column === b.column

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** What the panel may ask of the reader about itself, and what the trader tells it. */
export const selfCheckDoor = async ({
  document,
  version,
  private: isPrivate,
  signal,
}: DoorOptions) => {
  let told: ToldColumns = isPrivate ? [] : (await toldColumnsItem.read()).value
  const keep = (changed: ToldColumns) => {
    told = changed
    // One that cannot be kept, be it by a later version's doing, still holds in this tab.
    if (!isPrivate) void toldColumnsItem.write(changed).catch(() => undefined)
  }
  if (!isPrivate) {
    signal.addEventListener(
      'abort',
      toldColumnsItem.watch((changed) => (told = changed)),
    )
  }
  const check = (): SelfCheck => selfCheck(document, { now: Date.now(), told })
  const door: SelfCheckDoor = {
    check,
    report: () => makeReport(document, { check: check(), version, random }),
    say: (one) => {
      keep([...told.filter((other) => !isSame(one, other)), one].slice(-MOST))
    },
    takeBack: (one) => {
      keep(told.filter((other) => !isSame(one, other)))
    },
  }
  return { door, told: () => told, check }
}
