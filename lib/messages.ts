import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { correctionSchema, episodeSchema, observationSchema } from '@/lib/ledger'
import { type Dictionary, type PanelKey, parsePanelDictionary } from '@/lib/i18n'
import {
  type InterfaceLanguage,
  interfaceLanguages,
  palettes,
  panelSizes,
  themes,
} from '@/lib/rules/settings'
import type { Forgotten, LedgerAnswer } from '@/lib/storage'
import { bands, isOwnPage, type Sender, symbol } from './message-parts'

/** In one message. */
export const MOST_CORRECTIONS = 100
export const MOST_OBSERVATIONS = 20

/** The background that has what it got before in memory only; `null`: all of that is in storage. */
const since = v.nullable(v.pipe(v.string(), v.maxLength(60)))

/** Every message between our own parts. What arrives is checked like a stranger's. */
const requests = {
  /** A tab reports what it has seen, in order; the answer is the ledger's view after it. */
  observe: v.object({
    type: v.literal('observe'),
    since,
    observations: v.pipe(
      v.array(observationSchema),
      v.minLength(1),
      v.maxLength(MOST_OBSERVATIONS),
    ),
  }),
  correct: v.object({
    type: v.literal('correct'),
    since,
    corrections: v.pipe(v.array(correctionSchema), v.maxLength(MOST_CORRECTIONS)),
  }),
  /** A tab asks for the ledger's view: somebody else may have changed it. */
  ledger: v.object({ type: v.literal('ledger') }),
  /** The state of the tab's worst position; `null`: it has none in sight. */
  badge: v.object({
    type: v.literal('badge'),
    language: v.picklist(interfaceLanguages),
    badge: v.nullable(
      v.object({
        band: v.picklist(bands),
        tone: v.picklist(bands),
        text: v.pipe(v.string(), v.maxLength(4)),
        symbol,
      }),
    ),
  }),
  /** Something dangerous has come up in the panel. */
  alert: v.object({
    type: v.literal('alert'),
    alert: v.object({
      key: v.pipe(v.string(), v.maxLength(120)),
      code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{1,60}$/)),
      severity: v.picklist(['info', 'caution', 'danger']),
      title: v.pipe(v.string(), v.maxLength(400)),
      detail: v.pipe(v.string(), v.maxLength(800)),
    }),
  }),
  /** From a button of the panel or of the popup. */
  appearance: v.object({
    type: v.literal('appearance'),
    change: v.object({
      theme: v.exactOptional(v.picklist(themes)),
      palette: v.exactOptional(v.picklist(palettes)),
      language: v.exactOptional(v.picklist(['auto', ...interfaceLanguages])),
      size: v.exactOptional(v.picklist(panelSizes)),
      hideAmounts: v.exactOptional(v.boolean()),
      hideWhenFlat: v.exactOptional(v.boolean()),
    }),
  }),
  /** A tab asks for the panel's words in another language than English, which it has. */
  language: v.object({ type: v.literal('language'), language: v.picklist(interfaceLanguages) }),
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
  requests.ledger,
  requests.badge,
  requests.alert,
  requests.appearance,
  requests.language,
  requests.erase,
  requests.import,
])
export type Request = v.InferOutput<typeof requestSchema>

/** Done, and in storage. */
type Done = { done: true }

type Answers = {
  observe: LedgerAnswer | Forgotten
  correct: LedgerAnswer | Forgotten
  ledger: LedgerAnswer
  badge: Done
  alert: { sound: boolean }
  appearance: Done
  language: Dictionary<PanelKey>
  erase: Done
  import: Done
}

/** Who asks, by the browser's own word. */
export type Asker = { tab: number | null; private: boolean }

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

/** The journal is rewritten from its own page only: a content script lives in the exchange's process. */
const ofOwnPagesOnly: ReadonlySet<Request['type']> = new Set(['erase', 'import'])

const namedSchema = v.object({ type: v.picklist(Object.keys(requests)) })

/**
 * Answers messages of our own extension; one that does not fit is answered as refused, so that its
 * sender need not take it for a background that has ended. Anyone else is left without an answer.
 */
export const onMessages = (handlers: Handlers): void => {
  const answer = (request: Request, asker: Asker): Promise<Answers[Request['type']]> => {
    switch (request.type) {
      case 'observe':
        return handlers.observe(request, asker)
      case 'correct':
        return handlers.correct(request, asker)
      case 'ledger':
        return handlers.ledger(request, asker)
      case 'badge':
        return handlers.badge(request, asker)
      case 'alert':
        return handlers.alert(request, asker)
      case 'appearance':
        return handlers.appearance(request, asker)
      case 'language':
        return handlers.language(request, asker)
      case 'erase':
        return handlers.erase(request, asker)
      case 'import':
        return handlers.import(request, asker)
    }
  }
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
