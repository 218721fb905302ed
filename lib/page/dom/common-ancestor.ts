/** The smallest element that holds all of these. */
export const commonAncestor = (elements: readonly Element[]): Element | null => {
  let [at = null] = elements
  while (at !== null && !elements.every((element) => at?.contains(element))) at = at.parentElement
  return at
}
