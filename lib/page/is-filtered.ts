import { isVisible } from './is-visible'
import { selectors } from './selectors'

const isTicked = (box: Element): boolean =>
  box.getAttribute('aria-checked') === 'true' ||
  [box, ...box.querySelectorAll('input')].some((input) => (input as HTMLInputElement).checked)

/** "Hide Other Symbols" is ticked: rows of other symbols are not there. */
export const isFiltered = (panel: Element): boolean =>
  [...panel.querySelectorAll(selectors.hideOtherSymbols)].filter(isVisible).some(isTicked)
