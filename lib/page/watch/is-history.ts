import { largestAround } from '../dom/largest-around'
import { drawnRuns } from '../dom/runs'
import type { Place } from '../locate/record'

const DATE_AND_TIME = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}:\d{2}/

/** Under words that nobody knows, without tabs: a row says when the position was opened, and when it was closed. */
export const isHistory = ({ titles, records, scope }: Place): boolean => {
  if (titles.some(({ column }) => column !== null)) return false
  const dates = drawnRuns(scope).filter(({ text }) => DATE_AND_TIME.test(text))
  if (dates.length < 2) return false
  const symbols = records.flatMap(({ symbol: [first] }) => first ?? [])
  return symbols.some((symbol) => {
    const others = symbols.filter((other) => other !== symbol)
    const row = largestAround(symbol, scope, (at) => !others.some((other) => at.contains(other)))
    return dates.filter(({ element }) => row.contains(element)).length > 1
  })
}
