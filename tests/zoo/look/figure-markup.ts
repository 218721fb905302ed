import { el } from './html.ts'
import { exactly, type Figure, grouped, signBefore } from './numerals.ts'
import type { Writer } from './writer.ts'

type Options = {
  unit?: string
  /** Before what is more than nothing. */
  plus?: boolean
  /** As the figures of this page are; "one element" where the cell has a form of its own. */
  parts?: Writer['choices']['figures in']
}

const inParts = (writer: Writer, figure: Figure, options: Options = {}): string => {
  const { choices, text, css } = writer
  const { unit, plus = false, parts = choices['figures in'] } = options
  const sign = signBefore(figure, { plus, choices })
  const digits = grouped(figure, choices)
  // "%" is never far from its number.
  const behind = unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`
  if (parts === 'sign apart' && sign !== '') {
    return el('span', {}, text(sign)) + el('span', {}, text(digits + behind))
  }
  if (parts === 'unit apart' && behind.startsWith(' ')) {
    const gap = css('margin-inline-start:3px')
    return el('span', {}, text(sign + digits)) + el('span', { class: gap }, text(behind.trim()))
  }
  if (parts === 'last digits apart' && digits.length > 3) {
    const small = css('font-size:0.92em;opacity:.75')
    return (
      text(sign + digits.slice(0, -2)) +
      el('span', { class: small }, text(digits.slice(-2))) +
      text(behind)
    )
  }
  return text(sign + digits + behind)
}

const outOfSight = [
  'display:none',
  'visibility:hidden;position:absolute',
  'opacity:0;position:absolute;pointer-events:none',
  // For screen readers, which may be told of it later.
  'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap',
] as const

/** What stood there a moment ago, and fades: half of the figures of such a page have one. */
const oldFigure = ({ choices, random, css, text }: Writer, { digits, value }: Figure): string => {
  const isOdd = digits.length % 2 === 1
  if (choices['old figures in cells'] === 'no' || isOdd || value === 0) return ''
  const places = digits.split('.')[1]?.length ?? 0
  const old = exactly(value * 1.004, places)
  const style = css(random.fork('old figure').pick(outOfSight))
  return el(
    'span',
    { class: style },
    text(signBefore(old, { plus: false, choices }) + grouped(old, choices)),
  )
}

/** "-0.012 BTC" in one element, or with sign, unit or last digits in another. */
export const figureMarkup = (writer: Writer, figure: Figure, options?: Options): string =>
  oldFigure(writer, figure) + writer.figure(inParts(writer, figure, options))

/** A figure of the surroundings: nobody asks for it. */
export const plainFigure = ({ choices, text }: Writer, value: number, digits: number): string => {
  const figure = exactly(value, digits)
  return text(signBefore(figure, { plus: false, choices }) + grouped(figure, choices))
}
