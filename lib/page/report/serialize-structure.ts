import { selectors } from '../selectors'

/** What the reader asks of an element; no title, value, address or label. */
const KEPT = [
  'id',
  'class',
  'role',
  'name',
  'data-testid',
  'aria-selected',
  'aria-checked',
  'hidden',
] as const

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe'])
const VOID = new Set(['input', 'img', 'br', 'hr', 'wbr'])

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

const withoutFigures = (text: string): string => text.replace(/\p{N}/gu, '0')

/** Only what decides whether an element is in sight. */
const styleOf = (element: Element): string => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  if (style === undefined) return ''
  const own = (element as HTMLElement).style as CSSStyleDeclaration | undefined
  const display = own?.display === 'none' ? 'none' : style.display
  const overflow = style.overflowX || style.overflow
  return [
    ['none', 'contents'].includes(display) ? `display:${display}` : '',
    style.visibility === 'hidden' ? 'visibility:hidden' : '',
    style.opacity === '0' ? 'opacity:0' : '',
    ['hidden', 'auto', 'scroll', 'clip'].includes(overflow) ? `overflow:${overflow}` : '',
  ]
    .filter((rule) => rule !== '')
    .join(';')
}

const boxOf = (element: Element): string => {
  if (element.getClientRects().length === 0) return ''
  const { left, top, width, height } = element.getBoundingClientRect()
  return [left, top, width, height].map((length) => Math.round(length * 10) / 10).join(',')
}

const attributesOf = (element: Element): string => {
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = element.getAttribute(name)
    return value === null ? [] : [[name, withoutFigures(value)]]
  })
  const all = [...kept, ['data-box', boxOf(element)], ['style', styleOf(element)]] as const
  return all
    .filter(([name, value]) => value !== '' || name === 'hidden')
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
}

export type Rewrite = (text: string, element: Element) => string

/** Elements and texts as markup, every text rewritten. */
export const serializeStructure = (element: Element, rewrite: Rewrite): string => {
  const tag = element.localName
  if (SILENT.has(tag) || !/^[a-z][a-z0-9-]*$/.test(tag)) return ''
  const open = `<${tag}${attributesOf(element)}>`
  if (VOID.has(tag)) return open
  const children = [...element.childNodes].map((child) => {
    if (child.nodeType === 3 /* text */) return escape(rewrite(child.nodeValue ?? '', element))
    return child.nodeType === 1 /* element */ ? serializeStructure(child as Element, rewrite) : ''
  })
  return `${open}${children.join('')}</${tag}>`
}

export const serializedPage = (root: Document, widgets: string): string => {
  const html = root.documentElement
  const language = html.getAttribute('lang')
  const lang = language === null ? '' : ` lang="${escape(language)}"`
  const box = html.getBoundingClientRect().width > 0 ? ' data-box="0,0,1440,900"' : ''
  return `<!doctype html><html${lang}${box}><body${box}><div id="__APP"${box}>${widgets}</div></body></html>`
}

/** The count of a tab is no amount: it says how many rows there ought to be. */
export const isTab = (element: Element): boolean =>
  element.closest(`${selectors.tab}, ${selectors.tabBeforeRoles}`) !== null
