import { boxOf, isOnLine, overlapX } from '../dom/box'
import type { Run } from '../dom/runs'
import type { Column } from '../words/dictionary'
import { columnOf } from '../words/lexicon'

/** So near behind it a figure belongs to a word in its row. */
const BEHIND_LABEL_PX = 48

/** "Mark Price 61,234.5" in a row: the figure is what the word in front of it says, whatever title stands over both. */
export const labelledRuns = (texts: readonly Run[]): ReadonlyMap<Run, Column | 'label'> => {
  const found = new Map<Run, Column | 'label'>()
  texts.forEach((label, at) => {
    const column = columnOf(label.text)
    const figure = texts[at + 1]
    if (column === null || figure === undefined || !/^[+-]?\d/.test(figure.text)) return
    const [a, b] = [boxOf(label.element), boxOf(figure.element)]
    if (a === null || b === null || !isOnLine(a, b) || -overlapX(a, b) > BEHIND_LABEL_PX) return
    let value = figure.element
    while (value.parentElement?.contains(label.element) === false) value = value.parentElement
    found.set(label, 'label')
    // "0" and ",014276" in two elements
    for (const run of texts.slice(at + 1)) {
      if (!value.contains(run.element)) break
      found.set(run, column)
    }
  })
  return found
}
