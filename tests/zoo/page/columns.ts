import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'

/** In the order of the page of 2026. */
export const columnNames = [
  'symbol',
  'leverage',
  'size',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
  'roi',
  'funding',
  'close',
  'reverse',
  'positionStops',
  'partialStops',
  'adl',
  'notional',
  'realized',
  'opened',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What the settings of the page let a trader hide. */
const hideable = [
  'size',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
  'funding',
  'close',
  'reverse',
] as const

const unknownColumns = ['adl', 'notional', 'realized', 'opened'] as const

const shown = (choices: Choices, random: Random): ColumnName[] => {
  const drop = (count: number): ColumnName[] => random.shuffled(hideable).slice(count)
  switch (choices.columns) {
    case 'all':
      return [...hideable]
    case 'most':
      return drop(random.whole(1, 4))
    case 'half':
      return drop(random.whole(5, 6))
    case 'six':
      return ['size', 'entryPrice', 'markPrice', 'liquidationPrice', 'pnl', 'close']
    case 'four':
      return ['markPrice', 'liquidationPrice', random.pick(['size', 'margin', 'pnl', 'entryPrice'])]
  }
}

const stopColumns: Record<Choices['stops'], readonly ColumnName[]> = {
  'both columns': ['positionStops', 'partialStops'],
  'for position': ['positionStops'],
  partial: ['partialStops'],
  none: [],
}

/** The columns of one page, in their order. The symbol is first unless the trader could move it. */
export const drawColumns = (choices: Choices, random: Random): ColumnName[] => {
  const wanted = new Set<ColumnName>(shown(choices, random))
  if (wanted.has('pnl') && choices.ROI === 'own column') wanted.add('roi')
  if (choices.leverage === 'own column') wanted.add('leverage')
  for (const name of stopColumns[choices.stops]) wanted.add(name)
  const extra = { none: 0, one: 1, several: random.whole(2, 3) }
  for (const name of random
    .shuffled(unknownColumns)
    .slice(0, extra[choices['columns that nobody knows']])) {
    wanted.add(name)
  }
  const usual = columnNames.filter((name) => wanted.has(name))
  if (choices['order of columns'] === 'usual') return ['symbol', ...usual]
  const moved = random.chance(0.4) ? random.shuffled(usual) : moveSome(usual, random)
  return ['symbol', ...moved]
}

const rewordable = new Set<ColumnName>([
  'size',
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
])

/** A page that has given one or two of its columns a name of this year. */
export const drawReworded = (
  random: Random,
  { choices, columns }: { choices: Choices; columns: readonly ColumnName[] },
): ColumnName[] =>
  choices.titles === 'known'
    ? []
    : random.shuffled(columns.filter((name) => rewordable.has(name))).slice(0, random.whole(1, 2))

const moveSome = (names: readonly ColumnName[], random: Random): ColumnName[] => {
  const list = [...names]
  for (let count = random.whole(1, 3); count > 0 && list.length > 1; count -= 1) {
    const [taken] = list.splice(random.whole(0, list.length - 1), 1)
    list.splice(random.whole(0, list.length), 0, taken!)
  }
  return list
}
