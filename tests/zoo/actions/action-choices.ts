import type { Random } from '../random.ts'

/** In which ways dialogs and order forms differ, and how many of 100 have each. */
export const actionDimensions = {
  dialog: {
    'adjust margin': 62,
    'stops for position': 8,
    leverage: 8,
    'close position': 8,
    'margin mode': 7,
    none: 7,
  },
  'dialog frame': {
    'modal root': 36,
    'role alone': 26,
    'dialog element': 12,
    'class alone': 14,
    'no mark': 12,
  },
  'margin is': { added: 62, removed: 38 },
  'direction by': { tabs: 48, 'drop-down': 14, 'tabs without roles': 20, radios: 18 },
  amount: { typed: 58, 'with thousands': 10, empty: 20, 'a point at its end': 12 },
  'dialog lines': { all: 46, 'no maximum': 18, 'no estimate': 14, 'no assigned margin': 22 },
  'dialog symbol': { 'not named': 60, 'in the title': 22, 'in a line': 18 },
  'line form': { 'side by side': 48, 'one below the other': 20, table: 16, 'label with colon': 16 },

  'form marks': { ids: 48, names: 22, none: 30 },
  'form labels': { inside: 40, label: 24, placeholder: 18, above: 18 },
  'order type': { limit: 48, market: 40, stop: 12 },
  'type tabs': { keys: 52, words: 48 },
  'open or close': { 'one-way': 50, open: 27, close: 23 },
  'mode buttons': { apart: 48, joined: 30, absent: 22 },
  'size typed': { yes: 74, no: 26 },
  'unit of order': { base: 50, quote: 50 },
  'stops of order': { 'no tick': 22, off: 40, on: 38 },
  ticks: { inputs: 50, roles: 50 },
  previews: { both: 60, absent: 40 },
} as const

export type ActionDimension = keyof typeof actionDimensions
export type ActionChoices = {
  [D in ActionDimension]: keyof (typeof actionDimensions)[D] & string
}

export const drawActionChoices = (random: Random): ActionChoices =>
  Object.fromEntries(
    Object.entries(actionDimensions).map(([name, weights]) => [
      name,
      random.fork(name).weighted(weights as Record<string, number>),
    ]),
  ) as ActionChoices
