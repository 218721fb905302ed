import { normalise } from '../dom/normalise'

/** "Liq.Price", "Liq. Price" and "liq-price" are one word; "PNL (%ROE)" is "PNL(ROI %)". */
export const fold = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/[\s.。·\-:：%()[\]（）/|,'’]/g, '')
    .replace(/roe/g, 'roi')
