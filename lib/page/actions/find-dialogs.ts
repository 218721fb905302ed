import type { Box } from '../action-reading'
import { isDrawn } from '../dom/visible'
import { selectors } from '../selectors'

export const windowBox = (element: Element): Box => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Where these stand, without those that have no room. */
export const windowBoxes = (elements: readonly Element[]): Box[] =>
  elements.map(windowBox).filter(({ width, height }) => width > 0 && height > 0)

/** What fills so much of the window is the veil behind a dialog. */
const VEIL_SHARE = 0.8

export const isVeil = (element: Element): boolean => {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement
  const { width, height } = windowBox(element)
  if (clientWidth === 0) return false
  return width >= VEIL_SHARE * clientWidth && height >= VEIL_SHARE * clientHeight
}

/** The innermost dialogs in sight that are marked as such: a root and the dialog in it are one. */
export const markedDialogs = (root: Document): Element[] => {
  const found = [...root.querySelectorAll(selectors.dialog)].filter(isDrawn)
  return found.filter(
    (dialog) => !found.some((other) => other !== dialog && dialog.contains(other)),
  )
}

export const textInputsIn = (scope: Element): Element[] =>
  [...scope.querySelectorAll(selectors.textInput)].filter(isDrawn)

/** A dialog has some tens of elements; what holds more is the page. */
const MOST_ELEMENTS = 250
const CLIMB = 12

/**
 * The highest element around a field in which no other field stands: a dialog that no role and no class
 * marks, if it is one.
 */
export const unmarkedAround = (input: Element): Element | null => {
  let found: Element | null = null
  let at = input.parentElement
  for (let step = 0; step < CLIMB && at !== null && at !== at.ownerDocument.body; step += 1) {
    if (at.getElementsByTagName('*').length > MOST_ELEMENTS) break
    if (textInputsIn(at).length > 1) break
    // The veil of a dialog is drawn over the whole window; in it, the dialog is the largest.
    if (!isVeil(at) || found === null) found = at
    at = at.parentElement
  }
  return found
}
