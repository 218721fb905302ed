import { type PageReading, readPage, watchPage } from '@/lib/page'
import type { How } from '../stories/draw-story.ts'
import { pause, quicken } from './fast-clock.ts'
import { type CellEdit, edits } from './morph.ts'
import { type Given, partsOf, put, putFrame, scrollLists } from './put.ts'

export type ToldStep = {
  /** Readings while the page changed, and the first after that. */
  during: PageReading[]
  /** Those after that. */
  after: PageReading[]
  /** What stands in the end: the last of all readings. */
  last: PageReading | null
  /** What a reader says that has not seen the page before. */
  fresh: PageReading
}

export type GivenStory = { start: Given; steps: readonly (Given & { how: How })[] }

/** Cells of a row are written one after the other, some frames apart. */
const BETWEEN_CELLS_MS = [4, 30, 90] as const
/** Two readings and some more: the watcher reads once more after each change. */
const QUIET_MS = 1_300
const LONGEST_MS = 6_000

const inTasks = async (texts: readonly CellEdit[]): Promise<void> => {
  const cells = [...Map.groupBy(texts, ({ cell }) => cell).values()]
  const wait = BETWEEN_CELLS_MS[cells.length % BETWEEN_CELLS_MS.length] ?? 0
  // A long table writes several cells in one task.
  const size = Math.ceil(cells.length / 40)
  for (let at = 0; at < cells.length; at += size) {
    for (const { edit } of cells.slice(at, at + size).flat()) edit()
    await pause(wait)
  }
}

/** The page's title moves with its prices. */
const titleIn = (head: string): string => {
  const template = document.createElement('template')
  template.innerHTML = head
  return template.content.querySelector('title')?.textContent ?? ''
}

const change = async ({ how, ...given }: Given & { how: How }): Promise<void> => {
  const template = document.createElement('body')
  template.innerHTML = partsOf(given.html).body
  if (how === 'made anew') {
    putFrame(given)
    document.body.replaceChildren(...template.childNodes)
    scrollLists()
    return
  }
  const { texts, structure } = edits(document.body, template)
  if (structure.length > 0 || how === 'in place') {
    putFrame(given)
    for (const { edit } of texts) edit()
    for (const edit of structure) edit()
    scrollLists()
    return
  }
  document.title = titleIn(partsOf(given.html).head)
  await inTasks(texts)
}

/** Until the watcher has read what there is to read, and read it once more. */
const untilQuiet = async (readings: readonly unknown[], enough: number): Promise<void> => {
  for (let waited = 0; waited < LONGEST_MS; waited += 100) {
    await pause(100)
    if (waited >= QUIET_MS && readings.length >= enough) return
  }
}

/** Tells one story to a watcher of the page, and writes down what it says meanwhile. */
export const tellStory = async ({ start, steps }: GivenStory): Promise<ToldStep[]> => {
  quicken()
  put(start)
  const ending = new AbortController()
  let readings: PageReading[] = []
  watchPage(document, {
    signal: ending.signal,
    onReading: (reading) => {
      readings.push(JSON.parse(JSON.stringify(reading)) as PageReading)
    },
  })
  await untilQuiet(readings, 1)
  let last = readings.at(-1) ?? null
  const told: ToldStep[] = []
  for (const step of steps) {
    readings = []
    await change(step)
    const before = readings.length
    await untilQuiet(readings, before + 2)
    last = readings.at(-1) ?? last
    told.push({
      during: readings.slice(0, before + 1),
      after: readings.slice(before + 1),
      last,
      fresh: readPage(document, Date.now()),
    })
  }
  ending.abort()
  return told
}
