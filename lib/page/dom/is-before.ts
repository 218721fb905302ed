/** In document order, wherever the two are drawn; one around the other begins before it. */
export const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & 4) /* the other follows */ !== 0
