import type { PageReading } from '@/lib/page'
import { drawActionPage } from './actions/draw-action-page.ts'
import { drawPage, type ZooPage } from './draw-page.ts'
import type { Question, Reader } from './harness/browser.ts'
import type { Answer, Given, GivenStory, ToldStep } from './in-page/index.ts'
import { type ActionReadings, judgeActions } from './judge/judge-actions.ts'
import { judgePage } from './judge/judge-page.ts'
import { judgeStep } from './judge/judge-story.ts'
import type { Judgement } from './judge/judgement.ts'
import type { Plain } from './judge/plain.ts'
import { addToTally, emptyTally, type Tags, type Tally } from './judge/tally.ts'
import { drawStory } from './stories/draw-story.ts'

export type Verdict = { tags: Tags; judgement: Judgement }

/** One thing to be read, whatever it is: what the browser is given, and who judges its answer. */
export type Exhibit = {
  seed: number
  width: number
  given: Given | GivenStory
  tags: Tags
  judge: (reading: unknown) => Verdict[]
}

const givenOf = ({ pathname, html }: ZooPage): Given => ({ pathname, html })

const page = (seed: number): Exhibit => {
  const drawn = drawPage(seed)
  const tags = drawn.choices
  return {
    seed,
    width: drawn.width,
    given: givenOf(drawn),
    tags,
    judge: (reading) => [
      { tags, judgement: judgePage(drawn.truth, reading as Plain<PageReading>) },
    ],
  }
}

const actions = (seed: number): Exhibit => {
  const { page: drawn, action, truth } = drawActionPage(seed)
  const { language, wording, market, direction, markers } = drawn.choices
  const tags = { ...action, language, wording, market, direction, markers }
  return {
    seed,
    width: drawn.width,
    given: givenOf(drawn),
    tags,
    judge: (reading) => [{ tags, judgement: judgeActions(truth, reading as ActionReadings) }],
  }
}

const story = (seed: number): Exhibit => {
  const { choices, start, steps } = drawStory(seed)
  const { layout, language, wording, markers } = choices
  const tags = { layout, language, wording, markers }
  return {
    seed,
    width: start.width,
    given: {
      start: givenOf(start),
      steps: steps.map(({ page: next, how }) => ({ ...givenOf(next), how })),
    },
    tags,
    judge: (reading) =>
      (reading as ToldStep[]).map((told, at) => {
        const { change, how, page: now } = steps[at]!
        const before = steps[at - 1]?.page ?? start
        return {
          tags: { change, how, ...tags },
          judgement: judgeStep(before.truth, now.truth, told),
        }
      }),
  }
}

/** Each kind of exhibit is asked of the reader in its own way. */
export const exhibits: Record<Question, (seed: number) => Exhibit> = {
  pages: page,
  actions,
  stories: story,
}

/** Pages that cross to the browser at once: enough to keep it busy, few enough to see progress. */
const BATCH: Record<Question, number> = { pages: 25, actions: 25, stories: 3 }

const judged = ({ judge, tags }: Exhibit, answer: Answer): Verdict[] =>
  'fault' in answer
    ? [
        {
          tags,
          judgement: { figures: [], wrong: [`the reader failed: ${answer.fault.split('\n')[0]}`] },
        },
      ]
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
        const { seed } = exhibit
        for (const { tags, judgement } of judged(exhibit, answer)) {
          addToTally(tally, { seed, tags }, judgement)
        }
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
    if (batch.length < BATCH[kind]) continue
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
