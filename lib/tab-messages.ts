import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { Decimal } from '@/lib/margin'
import { columns } from '@/lib/page/reading'
import { type Limits, parseLimits } from '@/lib/rules/limits'
import type { JudgedPosition } from '@/lib/rules/panel'
import { bands } from '@/lib/rules/position'
import { isOwnPage, type Sender, symbol } from './message-parts'

/** What a tab understands of its page; of its figures those of the position nearest to liquidation. */
const tabCheckSchema = v.object({
  status: v.picklist(['positions', 'flat', 'hidden', 'logged-out', 'loading', 'unreadable']),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unread: v.pipe(v.number(), v.integer(), v.minValue(0)),
  columns: v.pipe(
    v.array(
      v.object({
        column: v.picklist(columns),
        foundBy: v.nullable(v.picklist(['word', 'arithmetic', 'shape'])),
      }),
    ),
    v.maxLength(columns.length),
  ),
  nearest: v.nullable(
    v.object({
      symbol,
      side: v.picklist(['long', 'short', 'unknown']),
      band: v.picklist(bands),
      tone: v.picklist(bands),
      /** A fraction of the mark price, as a numeral; `none`: it has no liquidation price. */
      distance: v.union([
        v.object({
          value: v.pipe(
            v.string(),
            v.regex(/^-?\d{1,30}(\.\d{1,40})?$/),
            v.transform((numeral) => new Decimal(numeral)),
          ),
        }),
        v.object({ missing: v.picklist(['none', 'unknown']) }),
      ]),
      /** `null`: not known, or none can be made. */
      additions: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
      additionsKnown: v.boolean(),
      allowed: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
})
/** As it is sent, and as it arrives. */
export type TabCheck = v.InferInput<typeof tabCheckSchema>
export type ReadTab = v.InferOutput<typeof tabCheckSchema>

const QUESTION = 'check'

type Asked = { type: typeof QUESTION } | { type: typeof JUDGE; limits: readonly Limits[] }

const askInFront = async (message: Asked): Promise<unknown> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return null
  return browser.tabs.sendMessage(tab.id, message).catch(() => null)
}

/** The popup asks the tab in front. `null`: nobody of ours is there. */
export const askTab = async (): Promise<ReadTab | null> => {
  const parsed = v.safeParse(tabCheckSchema, await askInFront({ type: QUESTION }))
  return parsed.success ? parsed.output : null
}

const JUDGE = 'judge'
const judgedSchema = v.pipe(
  v.array(
    v.pipe(
      v.array(
        v.object({
          symbol,
          side: v.picklist(['long', 'short', 'unknown']),
          codes: v.array(v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{1,60}$/))),
        }),
      ),
      v.maxLength(500),
    ),
  ),
  v.maxLength(10),
)
export type Judged = v.InferOutput<typeof judgedSchema>

/** What each set of limits would say of the positions in the tab in front; `null`: nobody is there. */
export const askJudgement = async (limits: readonly Limits[]): Promise<Judged | null> => {
  const parsed = v.safeParse(judgedSchema, await askInFront({ type: JUDGE, limits }))
  return parsed.success && parsed.output.length === limits.length ? parsed.output : null
}

const judgeSchema = v.object({
  type: v.literal(JUDGE),
  limits: v.pipe(v.array(v.unknown()), v.maxLength(10)),
})

type PopupAnswers = {
  check: () => TabCheck
  judge: (limits: Limits) => readonly JudgedPosition[]
}

/** Listens until the returned function is called. */
const listen = (answer: (message: unknown, sender: Sender) => unknown): (() => void) => {
  browser.runtime.onMessage.addListener(answer)
  return () => {
    try {
      browser.runtime.onMessage.removeListener(answer)
    } catch {
      // The extension was replaced under the page: nobody is listening any more.
    }
  }
}

/** Answers the popup from a tab, until the returned function is called. */
export const answerPopup = ({ check, judge }: PopupAnswers): (() => void) =>
  listen((message, sender) => {
    // Its answer is for the popup: a page in another tab has nothing to ask.
    if (sender.id !== browser.runtime.id || !isOwnPage(sender)) return undefined
    if (v.is(v.object({ type: v.literal(QUESTION) }), message)) return Promise.resolve(check())
    const asked = v.safeParse(judgeSchema, message)
    if (!asked.success) return undefined
    const sets = asked.output.limits.flatMap((each) => parseLimits(each) ?? [])
    return Promise.resolve(sets.map(judge))
  })

const ASKED = 'self-check'

/** The background, for a key: opens the self-check in a tab of ours. A tab without us has no ear for it. */
export const askForSelfCheck = async (tab: number): Promise<void> => {
  await browser.tabs.sendMessage(tab, { type: ASKED }).catch(() => undefined)
}

/** Until the returned function is called. A page in another tab has nothing to ask. */
export const onSelfCheckAsked = (open: () => void): (() => void) =>
  listen((message, sender) => {
    const isAsked = v.is(v.object({ type: v.literal(ASKED) }), message)
    if (isAsked && sender.id === browser.runtime.id && sender.tab === undefined) open()
    return undefined
  })
