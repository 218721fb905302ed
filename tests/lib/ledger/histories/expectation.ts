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

export type Expectation = {
  kind: Kind
  key: string
  positionId: number
  /** First look that shows it, true time. */
  at: number
  /** When the first of the events happened that it stands for. */
  since: number
  amount: number | null
  /** By which a right amount may be off. */
  slack: number
  /** Why nobody who looks at the page could tell; `null`: it can be told. */
  beyond: string | null
}
