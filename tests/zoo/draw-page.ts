import type { Choices } from './dimensions.ts'
import { el } from './look/html.ts'
import { grouped } from './look/numerals.ts'
import type { Habits } from './look/print-position.ts'
import { type Writer, writerFor } from './look/writer.ts'
import { accountCard } from './page/around/account-card.ts'
import { besides, type Front, otherPane } from './page/around/besides.ts'
import { simpleForm } from './page/around/simple-form.ts'
import { assemble } from './page/assemble.ts'
import { positionsMarkup, stalePane } from './page/pane.ts'
import { panelTabs } from './page/panel.ts'
import { type Row, rowOf } from './page/row.ts'
import { type Random, randomFrom } from './random.ts'
import { drawScene, type Scene } from './scene.ts'
import type { AccountTruth, PageTruth } from './truth.ts'
import { wordsOf } from './words/page-words.ts'
import { drawWorld } from './world/draw-world.ts'
import { type Account, accountOf, type Position, type World } from './world/world.ts'

export type ZooPage = {
  seed: number
  choices: Choices
  /** Path of the address under www.binance.com. */
  pathname: string
  width: number
  html: string
  truth: PageTruth
}

/** How addresses name the languages; the one that nobody speaks goes by that of Italian. */
const segments: Readonly<Record<string, string>> = { 'zh-TW': 'zh-TC', qaa: 'it', uk: 'uk-UA' }

const habitsOf = ({ choices, words }: Writer, random: Random): Habits => ({
  choices,
  contractsWord: words.contracts,
  coinDigits: random.pick([4, 8]),
  quoteDigits: random.pick([2, 2, 4]),
  countsInUsd: choices['asset mode'] === 'multi' && random.chance(0.4),
})

type Drawing = { scene: Scene; writer: Writer; random: Random }

const rowsOf = ({ scene, writer, random }: Drawing, { positions }: World, name: string): Row[] => {
  const habits = habitsOf(writer, random.fork('habits'))
  return positions.map((position) =>
    rowOf(writer, position, {
      habits,
      columns: scene.columns,
      random: random.fork(`${name} ${position.contract.symbol} ${position.side}`),
    }),
  )
}

const staleMarkup = (drawing: Drawing): string => {
  const { scene, writer, random } = drawing
  if (scene.choices['stale pane'] === 'none') return ''
  const old = drawWorld(random.fork('old world'), { ...scene.choices, positions: '2–3' })
  const rows = rowsOf(drawing, old, 'old row')
  return stalePane(
    writer,
    positionsMarkup(writer, { rows, columns: scene.columns, drawn: rows.map((_, at) => at) }),
  )
}

const frontOf = ({ scene, random }: Drawing): Front =>
  scene.choices['tab in front'] === 'positions'
    ? 'positions'
    : random.fork('front').pick(['openOrders', 'positionHistory', 'assets'] as const)

const paneBox = (drawing: Drawing, front: Front, pane: string): string => {
  const { choices, css } = drawing.writer
  return el(
    'div',
    {
      class: css('overflow-x:auto;position:relative;min-height:120px'),
      ...(choices.markers === 'all' && front === 'positions' && { id: 'POSITIONS' }),
    },
    pane,
    staleMarkup(drawing),
  )
}

const addressOf = ({ choices }: Scene, { words }: Writer, symbol: string): string => {
  const isTranslated = choices.wording === 'translated by the browser'
  const segment = isTranslated ? 'en' : (segments[words.tag] ?? words.tag)
  const place = choices.market === 'coinm' ? 'delivery' : 'futures'
  return encodeURI(`/${segment}/${place}/${symbol}`)
}

/** What stands in the form's widget and over the page. */
export type Fittings = (
  writer: Writer,
  given: { own: Position; account: Account; rows: readonly Row[]; world: World },
) => { form: { markup: string; truth: AccountTruth }; dialogs: string }

const usual: Fittings = (writer, { account }) => ({
  form: simpleForm(writer, account),
  dialogs: '',
})

/** The page of a scene, and what a person can read there. */
export const renderScene = (scene: Scene, fit: Fittings = usual): ZooPage => {
  const { seed, choices, world, columns, drawn } = scene
  const random = randomFrom(seed)
  const words = wordsOf(choices, random.fork('words'))
  const writer = writerFor(choices, random.fork('writer'), words)
  const drawing: Drawing = { scene, writer, random }
  const rows = rowsOf(drawing, world, 'row')
  const front = frontOf(drawing)
  const isInFront = front === 'positions'
  const pane = isInFront
    ? positionsMarkup(writer, { rows, columns, drawn })
    : otherPane(writer, random.fork('other pane'), front)
  const own =
    world.positions.find(({ contract }) => contract.symbol === scene.own) ?? world.positions[0]!
  const account = accountOf(world, own)
  const card = accountCard(writer, account)
  const { form, dialogs } = fit(writer, { own, account, rows, world })
  const open = world.positions.length
  const html = assemble(
    writer,
    {
      own,
      tabs: panelTabs(writer, { positions: open, openOrders: world.openOrders, front }),
      pane: paneBox(drawing, front, pane),
      form: form.markup,
      card: card.markup,
      besides: besides(writer, random.fork('beside')),
      dialogs,
    },
    random.fork('book'),
  )
  const isCounted = choices['tab text'] !== 'Positions'
  return {
    seed,
    choices,
    pathname: addressOf(scene, writer, own.contract.symbol),
    width: Number(choices.width),
    html,
    truth: {
      positions: isInFront ? drawn.map((at) => rows[at]!.truth) : [],
      open,
      tabInFront: isInFront ? 'positions' : 'another',
      declared: isCounted ? open : null,
      openOrders: isCounted && choices['open orders'] !== 'not printed' ? world.openOrders : null,
      positionMode: choices['position mode'],
      account: { ...card.truth, ...form.truth },
      knowsWords: choices.language !== 'unknown',
    },
  }
}

const englishNumber = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/** A figure stands there that cannot be meant the English way: "31,420" alone could be both. */
const provesItsStyle = ({ choices, truth }: ZooPage): boolean =>
  choices['number style'] === '1,234.5' ||
  truth.positions.some(({ printed }) =>
    Object.entries(printed).some(
      ([field, figure]) =>
        field !== 'quantity' &&
        figure.is === 'figure' &&
        !englishNumber.test(grouped(figure, choices)),
    ),
  )

/** Page number `seed`. */
export const drawPage = (seed: number): ZooPage => {
  const scene = drawScene(seed)
  const page = renderScene(scene)
  return provesItsStyle(page)
    ? page
    : renderScene({ ...scene, choices: { ...scene.choices, 'number style': '1,234.5' } })
}
