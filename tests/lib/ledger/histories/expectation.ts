import type { LedgerEvent } from '@/lib/ledger'

export type Kind =
  | 'opened'
  | 'increased'
  | 'reduced'
  | 'margin-added'
  | 'margin-removed'
  | 'funding'
  | 'leverage-changed'
  | 'stop-changed'
  | 'closed'

export type How = Extract<LedgerEvent, { kind: 'closed' }>['how']

export type Expectation = {
  kind: Kind
  key: string
  positionId: number
  /** First look that shows it, true time. */
  at: number
  /** When a second look said the same: nothing counts before. */
  by: number
  /** When the first of the events happened that it stands for. */
  since: number
  amount: number | null
  /** By which a right amount may be off. */
  slack: number
  /** Why nobody who looks at the page could tell; `null`: it can be told. */
  beyond: string | null
  /** Of an end: what it was, and what may be said of it. `null`: anything. */
  how: { true: How; allowed: readonly How[] } | null
  /** Of an opening: whether a complete look just before did not show it. `null`: it is close to call. */
  witnessed: boolean | null
  /** Nobody looked for long before it was seen. `null`: it is close to call. */
  away: boolean | null
  /** It could as well have been funding at a wild rate: to ask is as right as to say so. */
  isAskable: boolean
  /** Parts of it that may have been seen one by one: the ledger then names the amount of each. */
  others: readonly Expectation[]
  /** Amounts of the single deeds in it: any of them is right as well. */
  parts: readonly number[]
  /** It stands for nothing that happened: it only may be said. */
  isAllowance: boolean
}
