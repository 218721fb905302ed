import { lightnessOf } from './colour'
import { only } from '../only'

const STATES = ['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current'] as const
const SELECTED_CLASS = /(?:^|[\s_-])(?:active|selected|current|checked)(?:$|[\s_-])/i

const saysItself = (element: Element): boolean | null => {
  for (const name of STATES) {
    const state = element.getAttribute(name)
    if (state !== null) return state === 'true' || state === 'page'
  }
  const state = element.getAttribute('data-state')
  if (state === 'active' || state === 'checked') return true
  if (state === 'inactive' || state === 'unchecked') return false
  const radio = element.querySelector('input[type="radio"]')
  return radio === null ? null : (radio as HTMLInputElement).checked
}

const ofClass = (elements: readonly Element[]): Element | null =>
  only(elements.filter(({ classList }) => SELECTED_CLASS.test(classList.value)))

type Look = { bold: number; line: boolean; painted: boolean; contrast: number }

const backgroundOf = (element: Element, view: Window): number => {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { alpha, value } = lightnessOf(view.getComputedStyle(at).backgroundColor)
    if (alpha > 0.5) return value
  }
  return 1
}

const lookOf = (element: Element, view: Window): Look => {
  const style = view.getComputedStyle(element)
  const text = lightnessOf(style.color)
  return {
    bold: Number(style.fontWeight) || 400,
    line:
      parseFloat(style.borderBottomWidth) > 0 && lightnessOf(style.borderBottomColor).alpha > 0.2,
    painted: lightnessOf(style.backgroundColor).alpha > 0.05,
    contrast: Math.abs(text.value - backgroundOf(element, view)) * text.alpha,
  }
}

/** Chosen; the page's TertiaryText has two to three times less contrast than its PrimaryText. */
const TELLING_CONTRAST = 1.3

/** Marked off from the others: underlined, painted, bold, or in the stronger colour. */
const ofLook = (elements: readonly Element[]): Element | null => {
  const view = elements[0]?.ownerDocument.defaultView
  if (view === null || view === undefined || elements.length < 2) return null
  const looks = elements.map((element) => ({ element, ...lookOf(element, view) }))
  type One = (typeof looks)[number]
  const alone = (holds: (one: One) => boolean): Element[] => {
    const [only, ...others] = looks.filter(holds)
    return only !== undefined && others.length === 0 ? [only.element] : []
  }
  const aboveAll = (one: One, measure: (look: Look) => number, factor = 1) =>
    looks.every((other) => other === one || measure(one) > measure(other) * factor)
  const [first = null, ...votes] = [
    ...alone(({ line }) => line),
    ...alone(({ painted }) => painted),
    ...alone((one) => aboveAll(one, ({ bold }) => bold)),
    ...alone((one) => aboveAll(one, ({ contrast }) => contrast, TELLING_CONTRAST)),
  ]
  return votes.every((vote) => vote === first) ? first : null
}

/**
 * Which of several tabs or choices is selected: by what they say of themselves, else by a class, else by
 * how they look. `null`: nothing tells.
 */
export const selectedOf = (elements: readonly Element[]): Element | null => {
  const said = elements.map(saysItself)
  if (said.some((state) => state !== null)) {
    return only(elements.filter((_, at) => said[at] === true))
  }
  return ofClass(elements) ?? ofLook(elements)
}
