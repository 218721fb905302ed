import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { correctionSchema, episodeSchema, observationSchema } from '@/lib/ledger'
import type { LedgerAnswer } from '@/lib/storage'

/** Everything that may be said between our own parts. What arrives is checked like a stranger's. */
const requests = {
  /** A tab reports a look; the answer is the ledger's view after it. */
  observe: v.object({ type: v.literal('observe'), observation: observationSchema }),
  correct: v.object({
    type: v.literal('correct'),
    private: v.boolean(),
    correction: correctionSchema,
  }),
  /** From the journal page. */
  erase: v.object({
    type: v.literal('erase'),
    episodes: v.union([
      v.picklist(['closed', 'everything']),
      v.array(v.pipe(v.string(), v.maxLength(120))),
    ]),
  }),
  /** From the journal page, some at a time: a message port has its limits. */
  import: v.object({
    type: v.literal('import'),
    episodes: v.pipe(v.array(episodeSchema), v.maxLength(100)),
  }),
} as const

const requestSchema = v.variant('type', [
  requests.observe,
  requests.correct,
  requests.erase,
  requests.import,
])
export type Request = v.InferOutput<typeof requestSchema>

/** Done, and in storage. */
type Done = { done: true }

type Answers = { observe: LedgerAnswer; correct: LedgerAnswer; erase: Done; import: Done }

type Handlers = {
  [T in Request['type']]: (request: Extract<Request, { type: T }>) => Promise<Answers[T]>
}

export const sendMessage = async <T extends Request['type']>(
  request: Extract<Request, { type: T }>,
): Promise<Answers[T]> => browser.runtime.sendMessage<unknown, Answers[T]>(request)

/**
 * Answers messages of our own extension. Anything else, from anyone else, is left without an answer.
 */
export const onMessages = (handlers: Handlers): void => {
  const answer = (request: Request): Promise<Answers[Request['type']]> => {
    switch (request.type) {
      case 'observe':
        return handlers.observe(request)
      case 'correct':
        return handlers.correct(request)
      case 'erase':
        return handlers.erase(request)
      case 'import':
        return handlers.import(request)
    }
  }
  // The polyfill sends what a returned promise resolves to; its types know only the callback.
  const listener = (message: unknown, sender: { id?: string | undefined }): unknown => {
    if (sender.id !== browser.runtime.id) return undefined
    const request = v.safeParse(requestSchema, message)
    return request.success ? answer(request.output) : undefined
  }
  browser.runtime.onMessage.addListener(listener)
}
