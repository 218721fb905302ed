import * as v from 'valibot'
import { correctionSchema, episodeSchema, observationSchema } from '@/lib/ledger'
import { bands } from '@/lib/rules/position'
import { interfaceLanguages } from '@/lib/rules/settings'
import { appearancePartSchema } from '@/lib/storage'
import { choiceSchema } from '@/lib/storage/settings'
import { symbol } from './message-parts'

/** In one message. */
export const MOST_CORRECTIONS = 100
export const MOST_OBSERVATIONS = 20

/** The background that has what it got before in memory only; `null`: all of that is in storage. */
const since = v.nullable(v.pipe(v.string(), v.maxLength(60)))

/** Every message between our own parts. What arrives is checked like a stranger's. */
export const requestSchema = v.variant('type', [
  /** A tab reports what it has seen, in order; the answer is the ledger's view after it. */
  v.object({
    type: v.literal('observe'),
    since,
    observations: v.pipe(
      v.array(observationSchema),
      v.minLength(1),
      v.maxLength(MOST_OBSERVATIONS),
    ),
  }),
  v.object({
    type: v.literal('correct'),
    since,
    corrections: v.pipe(v.array(correctionSchema), v.maxLength(MOST_CORRECTIONS)),
  }),
  /** A tab asks for the ledger's view: somebody else may have changed it. */
  v.object({ type: v.literal('ledger') }),
  /** The state of the tab's worst position; `null`: it has none in sight. */
  v.object({
    type: v.literal('badge'),
    language: v.picklist(interfaceLanguages),
    badge: v.nullable(
      v.object({
        band: v.picklist(bands),
        tone: v.picklist(bands),
        text: v.pipe(v.string(), v.maxLength(4)),
        symbol,
        side: v.picklist(['long', 'short', 'unknown']),
      }),
    ),
  }),
  /** Something dangerous has come up in the panel. */
  v.object({
    type: v.literal('alert'),
    alert: v.object({
      key: v.pipe(v.string(), v.maxLength(120)),
      code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{1,60}$/)),
      title: v.pipe(v.string(), v.maxLength(400)),
      detail: v.pipe(v.string(), v.maxLength(800)),
    }),
  }),
  /** From a button of the panel or of the popup. */
  v.object({
    type: v.literal('appearance'),
    change: appearancePartSchema,
  }),
  /** From a page of ours, which may be closed with the click before it has written what it chose. */
  v.object({ type: v.literal('settings'), choice: choiceSchema }),
  /** A tab asks for the panel's words in another language than English, which it has. */
  v.object({ type: v.literal('language'), language: v.picklist(interfaceLanguages) }),
  /** From the journal page. */
  v.object({
    type: v.literal('erase'),
    episodes: v.union([
      v.picklist(['closed', 'everything']),
      v.array(v.pipe(v.string(), v.maxLength(120))),
    ]),
  }),
  /** From the journal page, some at a time: a message port has its limits. */
  v.object({
    type: v.literal('import'),
    episodes: v.pipe(v.array(episodeSchema), v.maxLength(100)),
  }),
])
export type Request = v.InferOutput<typeof requestSchema>
