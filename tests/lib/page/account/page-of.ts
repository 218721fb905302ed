import { Window } from 'happy-dom'
import { layOut } from '../laid-out'

/** A document of this markup; with `data-box` attributes it has a layout. */
export const pageOf = (
  markup: string,
  { path = '/en/futures/BTCUSDT', title = '' } = {},
): Document => {
  const window = new Window({ url: `https://www.binance.com${path}` })
  const document = window.document as unknown as Document
  document.title = title
  document.body.innerHTML = markup
  return markup.includes('data-box') ? layOut(document) : document
}

export const line = (label: string, figure: string): string =>
  `<div><span>${label}</span><span>${figure}</span></div>`
