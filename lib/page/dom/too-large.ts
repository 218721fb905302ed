/** The real page has some thousands, with five hundred positions drawn at once some ten thousands. */
const MOST_ELEMENTS = 100_000

/** A page that is not searched: it would be held up. */
export const isTooLarge = (root: Document): boolean =>
  root.getElementsByTagName('*').length > MOST_ELEMENTS
