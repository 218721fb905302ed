import { normalise } from './normalise'
import { isDrawn } from './visible'

/** A text as the page draws it, with the element that it stands in and its first and last text node. */
export type Run = { text: string; element: Element; first: Node; last: Node }

/** A drawing may carry a name ("Edit"), never a figure. */
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'TEXTAREA', 'SELECT'])

/** A wheel with all ten digits shows one of them through its frame, and no text says which. */
const WHEEL = /^(?:(?:0123456789)+|(?:9876543210)+)$/
const SOME_DIGIT = '\ufffd'
const isWheel = (element: Element): boolean =>
  // Asked of every element: cheap for nearly all.
  element.childElementCount > 9 && WHEEL.test(element.textContent)

/**
 * The texts below an element in document order. Text nodes side by side in one element are one text,
 * as React splits "(" and "2" and ")", and are parted by nothing where a line may break. `textContent` would glue cells: "BTCUSDTPerp20x".
 */
const collect = (element: Element, drawnOnly: boolean, runs: Run[]): void => {
  if (isWheel(element)) {
    const frame = element.parentElement ?? element
    const run = { text: SOME_DIGIT, element: frame, first: element, last: element }
    if (!drawnOnly || isDrawn(element)) runs.push(run)
    return
  }
  let text = ''
  let asked = false
  let first: Node | null = null
  let last: Node | null = null
  const flush = () => {
    const [clean, begin, end] = [normalise(text), first, last]
    text = ''
    first = null
    if (clean === '' || begin === null || end === null) return
    if (drawnOnly && !asked && !isDrawn(element)) return
    asked = true
    runs.push({ text: clean, element, first: begin, last: end })
  }
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 /* text */) {
      text += node.nodeValue ?? ''
      first ??= node
      last = node
    } else if (node.nodeType === 1 /* element */ && node.nodeName !== 'WBR') {
      if (text !== '') flush()
      if (!SILENT.has(node.nodeName.toUpperCase())) collect(node as Element, drawnOnly, runs)
    }
  }
  if (text !== '') flush()
}

/** Every text that is drawn: a figure that the page keeps hidden is not what it says. */
export const drawnRuns = (element: Element): Run[] => {
  const runs: Run[] = []
  collect(element, true, runs)
  return runs
}

const textNodesOf = ({ first, last }: Run): Node[] => {
  const nodes: Node[] = []
  for (let node: Node | null = first; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 /* text */) nodes.push(node)
    if (node === last) break
  }
  return nodes
}

/**
 * The same texts after the page has written into some of their text nodes; the same list where it wrote
 * nothing else. Nodes that are found leave `written`; what stays there is no text of these, or none any more.
 */
export const rewrittenRuns = (runs: readonly Run[], written: Set<Node>): readonly Run[] => {
  const texts = runs.map((run) => {
    if (run.first === run.last && !written.has(run.first)) return run
    const nodes = textNodesOf(run)
    if (!nodes.some((node) => written.has(node))) return run
    const text = normalise(nodes.map(({ nodeValue }) => nodeValue ?? '').join(''))
    if (text === '') return run
    nodes.forEach((node) => written.delete(node))
    return text === run.text ? run : { ...run, text }
  })
  return texts.some((run, at) => run !== runs[at]) ? texts : runs
}

/**
 * What is made of a list of texts, kept as long as the list: a list never changes, and of the cells of a row a tick
 * makes three or four new ones.
 */
export const oncePerRuns = <Option, Made>(
  make: (runs: readonly Run[], option: Option) => Made,
): ((runs: readonly Run[], option: Option) => Made) => {
  const known = new WeakMap<readonly Run[], { option: Option; made: Made }>()
  return (runs, option) => {
    const before = known.get(runs)
    if (before !== undefined && before.option === option) return before.made
    const made = make(runs, option)
    known.set(runs, { option, made })
    return made
  }
}

/** Every text, drawn or not. */
export const allRuns = (element: Element): Run[] => {
  const runs: Run[] = []
  collect(element, false, runs)
  return runs
}

/** All texts below an element, one space between them: what `text` of a field carries. */
export const textOf = (element: Element): string =>
  allRuns(element)
    .map(({ text }) => text)
    .join(' ')
