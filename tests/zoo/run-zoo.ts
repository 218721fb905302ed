import type { PageReading } from '@/lib/page'
import { drawActionPage } from './actions/draw-action-page.ts'
import { drawPage } from './draw-page.ts'
import type { Question, Reader } from './harness/browser.ts'
import type { Answer, Given } from './in-page.ts'
import { type ActionReadings, judgeActions } from './judge/judge-actions.ts'
import { judgePage } from './judge/judge-page.ts'
import type { Judgement } from './judge/judgement.ts'
import type { Plain } from './judge/plain.ts'
import { addToTally, emptyTally, type Tags, type Tally } from './judge/tally.ts'

/** One thing to be read, whatever it is: where it stands, what it differs in, and who judges it. */
export type Exhibit = {
  seed: number
  width: number
  given: Given
  tags: Tags
  judge: (reading: unknown) => Judgement
}

/** Each kind of exhibit is asked of the reader in its own way. */
export const exhibits: Record<Question, (seed: number) => Exhibit> = {
  pages: (seed) => {
    const page = drawPage(seed)
    return {
      seed,
      width: page.width,
      given: { pathname: page.pathname, html: page.html },
      tags: page.choices,
      judge: (reading) => judgePage(page.truth, reading as Plain<PageReading>),
    }
  },
  actions: (seed) => {
    const { page, action, truth } = drawActionPage(seed)
    const { language, wording, market, direction, markers } = page.choices
    return {
      seed,
      width: page.width,
      given: { pathname: page.pathname, html: page.html },
      tags: { ...action, language, wording, market, direction, markers },
      judge: (reading) => judgeActions(truth, reading as ActionReadings),
    }
  },
}

/** Pages that cross to the browser at once: enough to keep it busy, few enough to see progress. */
const BATCH = 25

const judged = ({ judge }: Exhibit, answer: Answer): Judgement =>
  'fault' in answer
    ? { figures: [], wrong: [`the reader failed: ${answer.fault.split('\n')[0]}`] }
    : judge(answer.reading)

export type Run = { kind: Question; seeds: readonly number[]; progress?: (done: number) => void }

/** Draws, reads and judges; what has one width goes together. */
export const runZoo = async (reader: Reader, { kind, seeds, progress }: Run): Promise<Tally> => {
  const tally = emptyTally()
  const waiting = new Map<number, Exhibit[]>()
  let inBrowser: Promise<void> = Promise.resolve()
  let done = 0

  const send = (all: readonly Exhibit[], width: number): void => {
    inBrowser = inBrowser.then(async () => {
      const given = all.map((exhibit) => exhibit.given)
      const answers = await reader.readAll(kind, given, width)
      for (const [at, exhibit] of all.entries()) {
        const answer = answers[at]!
        const { seed, tags } = exhibit
        addToTally(tally, { seed, tags }, judged(exhibit, answer))
        if ('reading' in answer) tally.times.push({ seed, milliseconds: answer.milliseconds })
      }
      done += all.length
      progress?.(done)
    })
  }
  for (const seed of seeds) {
    const exhibit = exhibits[kind](seed)
    const batch = [...(waiting.get(exhibit.width) ?? []), exhibit]
    waiting.set(exhibit.width, batch)
    if (batch.length < BATCH) continue
    waiting.set(exhibit.width, [])
    // While the browser reads one batch the next is drawn, and no more than that.
    const before = inBrowser
    send(batch, exhibit.width)
    await before
  }
  for (const [width, batch] of waiting) if (batch.length > 0) send(batch, width)
  await inBrowser
  return tally
}
