/** The real page has some thousands, with five hundred positions drawn at once some ten thousands. */
const MOST_ELEMENTS = 100_000

/** Reading would hold the page up: it is refused instead. */
export const isTooLarge = (root: Document): boolean =>
  root.getElementsByTagName('*').length > MOST_ELEMENTS
