import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import type { PageWords } from '../words/page-words.ts'
import { el, escaped } from './html.ts'

/** How one page writes: its words, its classes, what a translator makes of its texts. */
export type Writer = {
  choices: Choices
  random: Random
  words: PageWords
  /** Columns whose titles are words that nobody knows. */
  reworded: ReadonlySet<string>
  /** The class of these declarations: hashed, as the page's own are. */
  css: (declarations: string) => string
  /** Everything that was asked of `css`. */
  sheet: () => string
  /** A word of the interface, with what translators add. */
  word: (text: string) => string
  /** A text that no translator changes. */
  text: (text: string) => string
  /** Around the markup of a figure: among words that run to the left it has a direction of its own. */
  figure: (markup: string) => string
}

const font = (markup: string): string =>
  el(
    'font',
    { style: 'vertical-align: inherit;' },
    el('font', { style: 'vertical-align: inherit;' }, markup),
  )

/** immersive-translate puts its second text behind the first, or below. */
const second = (markup: string, isBelow: boolean): string =>
  el(
    'font',
    { class: 'notranslate immersive-translate-target-wrapper' },
    isBelow ? '<br>' : '&nbsp;&nbsp;',
    el('font', { class: 'notranslate immersive-translate-target-inner' }, markup),
  )

/** "(Aislado)" → "(Isolated)", "Cruzado 20x" → "Cross 20x", "Posiciones(3)" → "Positions(3)". */
const framed = /^([(（]?)(.+?)([)）]|\s?[(（]\d+[)）]|\s(?:\d+x|x\d+))?$/iu

const translated = (text: string, { translated: known }: PageWords): string => {
  const [, before = '', word = '', behind = ''] = framed.exec(text) ?? []
  return known.get(text) ?? before + (known.get(word) ?? word) + behind
}

const hashOf = (text: string): string => {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value.toString(36)
}

type Given = {
  choices: Choices
  random: Random
  words: PageWords
  reworded: ReadonlySet<string>
}

export const writerFor = ({ choices, random, words, reworded }: Given): Writer => {
  const rules = new Map<string, string>()
  const salt = String(random.whole(0, 1_000_000))
  const isBelow = random.chance(0.5)
  const wrapsFigures = random.chance(0.5)
  const isRightToLeft = choices.direction === 'right to left'
  const isIsolated = isRightToLeft && random.chance(0.5)
  // A mark that has no width sets the direction of what follows.
  const isMarked = isRightToLeft && random.chance(0.5)
  const { wording } = choices
  return {
    choices,
    random,
    words,
    reworded,
    css: (declarations) => {
      const name = `css-${hashOf(salt + declarations)}`
      rules.set(name, declarations)
      return name
    },
    sheet: () => [...rules].map(([name, body]) => `.${name}{${body}}`).join('\n'),
    word: (text) => {
      if (wording === 'translated by the browser') return font(escaped(text))
      const other = wording === 'bilingual' ? translated(text, words) : text
      return other === text ? escaped(text) : escaped(text) + second(escaped(other), isBelow)
    },
    text: (text) =>
      wording === 'translated by the browser' && wrapsFigures ? font(escaped(text)) : escaped(text),
    figure: (markup) =>
      isIsolated ? el('bdi', { dir: 'ltr' }, markup) : isMarked ? `\u200e${markup}` : markup,
  }
}
