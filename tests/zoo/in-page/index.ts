import { readMarginDialog, readOrderForm, readPage } from '@/lib/page'
import { type Given, put } from './put.ts'
import { type GivenStory, tellStory } from './tell-story.ts'

export type { Given } from './put.ts'
export type { GivenStory, ToldStep } from './tell-story.ts'

/** A fault of the reader is a reading too: the worst one. */
export type Answer = { reading: unknown; milliseconds: number } | { fault: string }

const answerOf = async (ask: () => unknown): Promise<Answer> => {
  try {
    const start = performance.now()
    const reading = await ask()
    return { reading, milliseconds: performance.now() - start }
  } catch (fault) {
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

/** Puts each there and asks; decimals travel as their texts. */
const inTurn =
  <T>(prepare: (given: T) => void, ask: (given: T) => unknown) =>
  async (all: readonly T[]): Promise<string> => {
    const answers: Answer[] = []
    for (const given of all) {
      prepare(given)
      answers.push(await answerOf(() => ask(given)))
    }
    return JSON.stringify(answers)
  }

const readActions = () => {
  const page = readPage(document, Date.now())
  const positions = page.status === 'positions' ? page.positions : []
  return { dialog: readMarginDialog(document, positions), order: readOrderForm(document) }
}

const zoo = {
  put,
  pages: inTurn(put, () => readPage(document, Date.now())),
  actions: inTurn(put, readActions),
  stories: inTurn(
    () => undefined,
    (given: GivenStory) => tellStory(given),
  ),
}

declare global {
  // `var` alone reaches the page's own window.
  var zoo: {
    put: (given: Given) => void
    pages: (all: readonly Given[]) => Promise<string>
    actions: (all: readonly Given[]) => Promise<string>
    stories: (all: readonly GivenStory[]) => Promise<string>
  }
}

globalThis.zoo = zoo
