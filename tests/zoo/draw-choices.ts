import { type Choices, type Dimension, dimensions } from './dimensions.ts'
import type { Random } from './random.ts'

const drawn = (random: Random): Choices =>
  Object.fromEntries(
    Object.entries(dimensions).map(([name, weights]) => [
      name,
      random.fork(name).weighted(weights as Record<string, number>),
    ]),
  ) as Choices

type Settle = (choices: Choices, random: Random) => Partial<Choices>

/** What one choice makes of another: an exchange or a page that has both does not exist. */
const settlements: readonly Settle[] = [
  ({ market }) => (market === 'coinm' ? { 'asset mode': 'single' } : {}),
  ({ 'asset mode': mode }) => (mode === 'single' ? {} : { 'margin modes': 'cross' }),
  ({ market, 'unit of size': unit }, random) => {
    const isCoinM = unit === 'contracts' || unit.endsWith('COIN-M')
    if (market === 'coinm') {
      const units = ['contracts', 'coin of COIN-M', 'USD of COIN-M'] as const
      return isCoinM ? {} : { 'unit of size': random.pick(units) }
    }
    return isCoinM ? { 'unit of size': random.pick(['coin', 'quote'] as const) } : {}
  },
  // A second line for the quote needs another unit in the first.
  ({ 'unit of size': unit, 'size in': form }) =>
    form === 'coin over quote' && unit !== 'coin' ? { 'size in': 'one text' } : {},
  // One sign, one unit: a figure is taken apart in one way.
  ({ 'figures in': parts, 'size in': size }) =>
    parts !== 'one element' && size === 'one text' ? { 'size in': 'two elements' } : {},
  // What stands in a column of its own stands next to no word.
  ({ leverage, 'mode word': mode }) =>
    leverage === 'own column' && mode === 'with leverage' ? { 'mode word': 'beside symbol' } : {},
  // Cards have no columns over which anything could stand, and no tabs of an earlier generation.
  ({ layout }) => (layout === 'cards' ? { 'header cells': 'plain', alignment: 'left' } : {}),
  // In cards a line break inside of a figure would part a value from its label.
  ({ layout, 'size in': form }) =>
    layout === 'cards' && (form === 'coin over quote' || form === 'number over unit')
      ? { 'size in': 'two elements' }
      : {},
  // The browser's translator leaves no page half in another language.
  ({ language, wording }, random) =>
    language === 'en' &&
    (wording === 'mixed with English' || wording === 'translated by the browser')
      ? { wording: random.pick(['plain', 'bilingual'] as const) }
      : {},
  // Nobody translates into a language that does not exist.
  ({ language, wording }) =>
    language === 'unknown' && wording !== 'plain' ? { wording: 'plain' } : {},
  // A language of which no word is known has no other words left; translators write known ones.
  ({ language, wording, titles }) =>
    titles === 'some reworded' && (language === 'unknown' || wording !== 'plain')
      ? { wording: 'plain', ...(language === 'unknown' && { titles: 'known' }) }
      : {},
  // Where no word is known, nobody can say what is ticked.
  ({ language, 'hide other symbols': filter }) =>
    language === 'unknown' && filter === 'on' ? { 'hide other symbols': 'off' } : {},
  // Commas were never met on an English page.
  ({ language, 'number style': style }) =>
    language === 'en' && style !== '1,234.5' ? { 'number style': '1,234.5' } : {},
]

/** How page number `seed` differs from all others. */
export const drawChoices = (random: Random, settled: Partial<Choices> = {}): Choices =>
  settlements.reduce(
    (choices, settle, at) => ({ ...choices, ...settle(choices, random.fork(`settle ${at}`)) }),
    { ...drawn(random), ...settled },
  )

export const dimensionNames = Object.keys(dimensions) as Dimension[]
