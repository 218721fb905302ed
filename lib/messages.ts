import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { type Dictionary, type PanelKey, parsePanelDictionary } from '@/lib/i18n'
import type { InterfaceLanguage } from '@/lib/rules/settings'
import type { Forgotten, LedgerAnswer } from '@/lib/storage/ledger'
import { isOwnPage, type Sender } from './message-parts'
import { type Request, requestSchema } from './requests'

/** Done, and in storage. */
type Done = { done: true }

type Answers = {
  observe: LedgerAnswer | Forgotten
  correct: LedgerAnswer | Forgotten
  ledger: LedgerAnswer
  badge: Done
  alert: { sound: boolean }
  appearance: Done
  settings: Done
  language: Dictionary<PanelKey>
  erase: Done
  import: Done
}

/** Who asks, by the browser's own word. */
type Asker = { tab: number | null; private: boolean }

type Handlers = {
  [T in Request['type']]: (
    request: Extract<Request, { type: T }>,
    asker: Asker,
  ) => Promise<Answers[T]>
}

/** A message that does not fit, and never will: sending it again is of no use. */
export class RefusedMessage extends Error {
  constructor(path: string) {
    super(`Margin Brake: a message was refused at “${path}”.`)
    this.name = 'RefusedMessage'
  }
}

const refusalSchema = v.object({ rejected: v.string() })

/**
 * `undefined`: the background ended before it could answer. It may have done what was asked.
 * @throws RefusedMessage, or what the browser says if nobody is there
 */
export const sendMessage = async <T extends Request['type']>(
  request: Extract<Request, { type: T }>,
): Promise<Answers[T] | undefined> => {
  const answer = await browser.runtime.sendMessage<unknown, Answers[T] | undefined>(request)
  if (v.is(refusalSchema, answer)) throw new RefusedMessage(answer.rejected)
  return answer
}

/** The panel's words, checked; `null`: nobody answered, or not with all of them. */
export const askLanguage = async (
  language: InterfaceLanguage,
): Promise<Dictionary<PanelKey> | null> =>
  parsePanelDictionary(await sendMessage({ type: 'language', language }).catch(() => null))

/** The journal and the limits are changed on our own pages only: a content script lives in the exchange's process. */
const ofOwnPagesOnly: ReadonlySet<Request['type']> = new Set(['settings', 'erase', 'import'])

/**
 * Answers messages of our own extension; one that does not fit is answered as refused, so that its
 * sender need not take it for a background that has ended. Anyone else is left without an answer.
 */
export const onMessages = (handlers: Handlers): void => {
  const names = requestSchema.options.map(({ entries }) => entries.type.literal)
  const namedSchema = v.object({ type: v.picklist(names) })
  // Each handler is asked what its own name says.
  const answer = (request: Request, asker: Asker) =>
    (handlers[request.type] as (request: Request, asker: Asker) => Promise<unknown>)(request, asker)
  // The polyfill sends what a returned promise resolves to; its types know only the callback.
  const listener = (message: unknown, sender: Sender): unknown => {
    if (sender.id !== browser.runtime.id) return undefined
    const request = v.safeParse(requestSchema, message)
    if (!request.success) {
      const rejected = v.getDotPath(request.issues[0]) ?? ''
      return v.is(namedSchema, message) ? Promise.resolve({ rejected }) : undefined
    }
    if (ofOwnPagesOnly.has(request.output.type) && !isOwnPage(sender)) return undefined
    const { tab } = sender
    return answer(request.output, { tab: tab?.id ?? null, private: tab?.incognito === true })
  }
  browser.runtime.onMessage.addListener(listener)
}
