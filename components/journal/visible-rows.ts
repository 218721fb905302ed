type Question = {
  scrollTop: number
  /** Height of what is seen, px. */
  viewport: number
  rowHeight: number
  count: number
}

/** Rows drawn above and below what is seen, so that scrolling shows no blank. */
const BEYOND = 8

/** The few rows of a long list that must exist: the first, and the one after the last. */
export const visibleRows = ({ scrollTop, viewport, rowHeight, count }: Question) => {
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight)
  const bottom = Math.ceil((Math.max(0, scrollTop) + viewport) / rowHeight)
  const end = Math.min(count, bottom + BEYOND)
  return { first: Math.max(0, Math.min(top - BEYOND, end)), end }
}

/** Where a list must be scrolled to so that a row is whole in sight; unchanged if it is. */
export const scrollToRow = (
  row: number,
  { scrollTop, viewport, rowHeight }: Omit<Question, 'count'>,
): number => {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + viewport ? top + rowHeight - viewport : scrollTop
}
