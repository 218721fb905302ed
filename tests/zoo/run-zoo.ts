import type { PageReading } from '@/lib/page'
import { drawPage, type ZooPage } from './draw-page.ts'
import type { Reader } from './harness/browser.ts'
import { type Judgement, judgePage } from './judge/judge-page.ts'
import type { Plain } from './judge/plain.ts'
import { addToTally, emptyTally, type Tally } from './judge/tally.ts'

/** Pages that cross to the browser at once: enough to keep it busy, few enough to see progress. */
const BATCH = 50

const judged = (
  page: ZooPage,
  answer: Awaited<ReturnType<Reader['readAll']>>[number],
): Judgement =>
  'fault' in answer
    ? { figures: [], wrong: [`the reader threw: ${answer.fault.split('\n')[0]}`] }
    : judgePage(page.truth, answer.reading as Plain<PageReading>)

type Progress = (done: number) => void

/** Draws, reads and judges these pages; those of one width together. */
export const runZoo = async (
  reader: Reader,
  seeds: readonly number[],
  progress: Progress = () => undefined,
): Promise<Tally> => {
  const tally = emptyTally()
  const waiting = new Map<number, ZooPage[]>()
  let inBrowser: Promise<void> = Promise.resolve()
  let done = 0

  const send = (pages: readonly ZooPage[], width: number): void => {
    inBrowser = inBrowser.then(async () => {
      const answers = await reader.readAll(pages, width)
      for (const [at, page] of pages.entries()) addToTally(tally, page, judged(page, answers[at]!))
      done += pages.length
      progress(done)
    })
  }
  for (const seed of seeds) {
    const page = drawPage(seed)
    const batch = [...(waiting.get(page.width) ?? []), page]
    waiting.set(page.width, batch)
    if (batch.length < BATCH) continue
    waiting.set(page.width, [])
    // While the browser reads one batch the next is drawn, and no more than that.
    const before = inBrowser
    send(batch, page.width)
    await before
  }
  for (const [width, batch] of waiting) if (batch.length > 0) send(batch, width)
  await inBrowser
  return tally
}
