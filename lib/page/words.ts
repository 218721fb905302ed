import { normalise } from './parse-number'

export type Column =
  | 'symbol'
  | 'size'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'pnl'
  | 'funding'
  | 'positionStops'
  | 'partialStops'

/** Compared without case, spaces, dots and hyphens: "Liq.Price" and "Liq. Price" are one word. */
export const foldWord = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/[\s.\-:]/g, '')

/** Header words of the positions table. English seen on the page in 2024–2026. */
const columnWords: Record<Column, readonly string[]> = {
  symbol: ['Symbol'],
  size: ['Size'],
  entryPrice: ['Entry Price'],
  breakEvenPrice: ['Break Even Price'],
  markPrice: ['Mark Price'],
  liquidationPrice: ['Liq.Price'],
  marginRatio: ['Margin Ratio'],
  margin: ['Margin'],
  pnl: ['PNL(ROI %)', 'PNL(ROE %)'],
  funding: ['Est. Funding Fee'],
  positionStops: ['TP/SL for position'],
  partialStops: ['TP/SL'],
}

const columnOfWord = new Map(
  Object.entries(columnWords).flatMap(([column, words]) =>
    words.map((word) => [foldWord(word), column as Column] as const),
  ),
)

export const columnOf = (header: string): Column | null =>
  columnOfWord.get(foldWord(header)) ?? null

const tabWords = {
  positions: ['Positions'],
  orders: ['Open Orders'],
  history: ['Order History', 'Trade History', 'Transaction History', 'Position History'],
}

export type TabMeaning = { tab: keyof typeof tabWords; count: number | null }

/** "Positions(2)", "Positions (12)", "Open Orders". */
export const tabMeaning = (text: string): TabMeaning | null => {
  const match = /^(.*?)\s*(?:\((\d+)\))?$/u.exec(normalise(text))
  const word = foldWord(match?.[1] ?? '')
  for (const [tab, words] of Object.entries(tabWords)) {
    if (words.some((known) => foldWord(known) === word)) {
      return {
        tab: tab as TabMeaning['tab'],
        count: match?.[2] === undefined ? null : Number(match[2]),
      }
    }
  }
  return null
}

const marginModes = { isolated: ['Isolated'], cross: ['Cross'] } as const
const sides = { long: ['Long'], short: ['Short'] } as const

const meaningIn =
  <K extends string>(words: Record<K, readonly string[]>) =>
  (text: string): K | null => {
    const word = foldWord(text).replace(/^\((.*)\)$/, '$1')
    const found = Object.entries<readonly string[]>(words).find(([, spellings]) =>
      spellings.some((spelling) => foldWord(spelling) === word),
    )
    return (found?.[0] ?? null) as K | null
  }

export const marginModeOf = meaningIn(marginModes)
export const sideOf = meaningIn(sides)

/** What the pane says when there is no position. */
export const saysNoPosition = (text: string): boolean =>
  ['You have no position.'].some((words) => foldWord(words) === foldWord(text))

/** Labels of the account card. "Margin Ratio" is a column header as well. */
export const accountLabels = {
  marginBalance: ['Margin Balance'],
  maintenanceMargin: ['Maintenance Margin'],
  marginRatio: ['Margin Ratio'],
  single: ['Single-Asset Mode'],
  multi: ['Multi-Assets Mode'],
  available: ['Avbl', 'Available'],
} as const

export const isLabel = (label: keyof typeof accountLabels, text: string): boolean =>
  accountLabels[label].some((words) => foldWord(words) === foldWord(text))
