import { lightnessOf } from '../dom/colour'

export type Styles = CSSStyleDeclaration

/** Only what decides whether an element is in sight, and what of it. */
const sightOf = (element: Element, style: Styles): string[] => {
  const own = (element as HTMLElement).style as Styles | undefined
  const display = own?.display === 'none' ? 'none' : style.display
  const [overflowX, overflowY] = [
    style.overflowX || style.overflow,
    style.overflowY || style.overflow,
  ]
  const cuts = (overflow: string) => ['hidden', 'auto', 'scroll', 'clip'].includes(overflow)
  return [
    ['none', 'contents'].includes(display) ? `display:${display}` : '',
    style.visibility === 'hidden' ? 'visibility:hidden' : '',
    style.opacity === '0' ? 'opacity:0' : '',
    cuts(overflowX) || cuts(overflowY) ? `overflow:${overflowX} ${overflowY}` : '',
  ]
}

/** What marks one tab or choice off from the others: colour, weight, a line, a ground. */
const markOf = (style: Styles, above: Styles | null): string[] => [
  style.color !== above?.color ? `color:${style.color}` : '',
  style.fontWeight !== above?.fontWeight ? `font-weight:${style.fontWeight}` : '',
  lightnessOf(style.backgroundColor).alpha > 0 ? `background:${style.backgroundColor}` : '',
  parseFloat(style.borderBottomWidth) > 0
    ? `border-bottom:${style.borderBottomWidth} solid ${style.borderBottomColor}`
    : '',
  style.direction !== (above?.direction ?? 'ltr') ? `direction:${style.direction}` : '',
]

/** Styles that the reader asks for, as a style attribute. `above`: those of the element around it. */
export const lookOf = (element: Element, style: Styles, above: Styles | null): string =>
  [...sightOf(element, style), ...markOf(style, above)]
    .filter((rule) => rule !== '' && !rule.endsWith(':'))
    .join(';')
