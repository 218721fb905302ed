import { normalise } from '../dom/normalise'

/** Every word has one: most texts of the page are figures, of which none means anything. */
export const hasLetter = (text: string): boolean => /\p{L}/u.test(text)

/** "Liq.Price", "Liq. Price" and "liq-price" are one word; "PNL (%ROE)" is "PNL(ROI %)". */
export const fold = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/[\s.。·\-:：%()[\]（）/|,'’]/g, '')
    .replace(/roe/g, 'roi')
