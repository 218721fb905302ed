/** The largest element around one, itself at least, that fits as all between them do; inside of `scope`. */
export const largestAround = (
  element: Element,
  scope: Element | null,
  fits: (at: Element) => boolean,
): Element => {
  let largest = element
  for (let at = element.parentElement; at !== null && at !== scope && fits(at);) {
    largest = at
    at = at.parentElement
  }
  return largest
}
