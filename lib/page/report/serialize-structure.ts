import { hasLayout } from '../dom/visible'
import { placeOf } from './boxes'
import { lookOf, type Styles } from './looks'
import type { Parts } from './parts'

/** What the reader asks of an element; no title, value, address or label. */
const KEPT = [
  'id',
  'class',
  'role',
  'name',
  'type',
  'dir',
  'lang',
  'data-testid',
  'data-state',
  'data-tab-key',
  'aria-selected',
  'aria-checked',
  'aria-pressed',
  'aria-current',
  'hidden',
] as const

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object'])
const VOID = new Set(['input', 'img', 'br', 'hr', 'wbr'])

/** Whatever stands in these, somebody has typed. */
const TYPED = 'textarea, [role="textbox"], [contenteditable]:not([contenteditable="false"])'

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

const withoutFigures = (text: string): string => text.replace(/\p{N}/gu, '0')

const isTicked = (element: Element): boolean =>
  element.localName === 'input' && (element as HTMLInputElement).checked

type Dress = { style: Styles | null; above: Styles | null }

const stylesOf = (element: Element): Styles | null =>
  element.ownerDocument.defaultView?.getComputedStyle(element) ?? null

const attributesOf = (element: Element, { style, above }: Dress): string => {
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = element.getAttribute(name)
    return value === null ? [] : [[name, withoutFigures(value)]]
  })
  const look = style === null ? '' : lookOf(element, style, above)
  const all = [...kept, ...placeOf(element), ['style', look]] as const
  const printed = all
    .filter(([name, value]) => value !== '' || name === 'hidden')
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
  return isTicked(element) ? `${printed} checked=""` : printed
}

export type Rewrite = (text: string, element: Element) => string

/** What is kept with everything in it; of the page around it only the elements that hold these. */
type Structure = Parts & {
  rewrite: Rewrite
}

/** Higher than the bar at the top of the page, which names its user, and above anything that is read (2022–2026). */
const TOP_BAR_PX = 80

const isTopBar = (element: Element): boolean => {
  if (!hasLayout(element.ownerDocument)) return false
  const { bottom, height } = element.getBoundingClientRect()
  return height > 0 && bottom + (element.ownerDocument.defaultView?.scrollY ?? 0) <= TOP_BAR_PX
}

type Around = {
  /** One of the parts is around it. */
  isInside: boolean
  above: Styles | null
}

/** Elements and texts as markup, every text rewritten. */
const serialize = (element: Element, structure: Structure, around: Around): string => {
  const { parts, isWhole, rewrite } = structure
  const { isInside, above } = around
  const isPart = isInside || parts.includes(element)
  const tag = element.localName
  if (SILENT.has(tag) || !/^[a-z][a-z0-9-]*$/.test(tag)) return ''
  if (!isPart && !parts.some((part) => element.contains(part))) return ''
  if (isWhole && isPart && isTopBar(element)) return ''
  const style = stylesOf(element)
  const open = `<${tag}${attributesOf(element, { style, above })}>`
  if (VOID.has(tag)) return open
  if (element.matches(TYPED)) return `${open}</${tag}>`
  const children = [...element.childNodes].map((child) => {
    if (child.nodeType === 1 /* element */) {
      return serialize(child as Element, structure, { isInside: isPart, above: style })
    }
    const isText = isPart && child.nodeType === 3
    return isText ? escape(rewrite(child.nodeValue ?? '', element)) : ''
  })
  return `${open}${children.join('')}</${tag}>`
}

/** The page as a document of its own: its parts where they stood, in a window of the same size. */
export const serializePage = (root: Document, structure: Structure): string => {
  const html = root.documentElement
  const view = root.defaultView
  const window = view === null ? '' : ` data-window="${[view.innerWidth, view.innerHeight].join()}"`
  const style = stylesOf(html)
  const attributes = attributesOf(html, { style, above: null })
  const body = serialize(root.body, structure, { isInside: false, above: style })
  return `<!doctype html><html${attributes}${window}><head></head>${body}</html>`
}
