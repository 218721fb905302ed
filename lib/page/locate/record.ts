import type { Run } from '../dom/runs'
import type { Column } from '../words/dictionary'

/** One position and where each of its figures stands. The texts are read from the elements every time. */
export type Located = {
  /** Symbol, badge, leverage, mode. */
  symbol: readonly Element[]
  cells: ReadonlyMap<Column, readonly Element[]>
  /** Cells under titles that nobody knows, by the place of the title. */
  untitled: ReadonlyMap<number, readonly Element[]>
  /** Neither a leverage next to the symbol nor labels of its own say that it is a position. */
  isBare: boolean
  /** Columns whose place is not beyond doubt. */
  unsure: ReadonlySet<Column>
}

export type LocatedTitle = {
  /** As printed; '' where the cell prints nothing. */
  text: string
  column: Column | null
  /** A word, or the arithmetic of the rows. */
  foundBy: 'word' | 'arithmetic' | null
  /** A column of the leverage's own. */
  isLeverage: boolean
}

/** The positions of the page, as a table below one line of titles or as cards with labels inside. */
export type Place = {
  layout: 'table' | 'cards'
  /** The smallest element that holds all of it. */
  scope: Element
  titles: readonly LocatedTitle[]
  records: readonly Located[]
}

/** What belongs together, by a name of the caller's. */
export type Group = { name: string; runs: readonly Run[] }

const MIXED = Symbol('of several groups')

/**
 * For each group the largest elements that hold texts of no other group: cells, whatever elements the
 * page makes them of. What is written into such an element later belongs to the group.
 */
export const exclusiveElements = (
  groups: readonly Group[],
  scope: Element,
): ReadonlyMap<string, readonly Element[]> => {
  const owner = new Map<Element, string | typeof MIXED>()
  for (const { name, runs } of groups) {
    for (const { element } of runs) {
      let id: string | typeof MIXED = name
      for (let at: Element | null = element; at !== null && at !== scope; at = at.parentElement) {
        const before = owner.get(at)
        if (before === id || before === MIXED) break
        if (before !== undefined) id = MIXED
        owner.set(at, id)
      }
    }
  }
  const topOf = (element: Element, name: string): Element => {
    let top = element
    while (top.parentElement !== null && owner.get(top.parentElement) === name) {
      top = top.parentElement
    }
    return top
  }
  return new Map(
    groups.map(({ name, runs }) => {
      const tops = new Set(runs.map((run) => topOf(run.element, name)))
      const isInside = (top: Element): boolean => {
        for (let at = top.parentElement; at !== null && at !== scope; at = at.parentElement) {
          if (tops.has(at)) return true
        }
        return false
      }
      return [name, [...tops].filter((top) => !isInside(top))]
    }),
  )
}
