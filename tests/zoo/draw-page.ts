import type { Choices } from './dimensions.ts'
import { el } from './look/html.ts'
import { grouped } from './look/numerals.ts'
import type { Habits } from './look/print-position.ts'
import { type Writer, writerFor } from './look/writer.ts'
import { accountCard } from './page/around/account-card.ts'
import { besides, type Front, otherPane } from './page/around/besides.ts'
import { simpleForm } from './page/around/simple-form.ts'
import { tickerTruth } from './page/around/scenery.ts'
import { assemble } from './page/assemble.ts'
import { filterBox } from './page/filter.ts'
import { positionsMarkup, stalePane } from './page/pane.ts'
import { panelTabs } from './page/panel.ts'
import { fieldsOf, type Row, rowOf } from './page/row.ts'
import { type Random, randomFrom } from './random.ts'
import { drawScene, type Scene } from './scene.ts'
import type { AccountTruth, PageTruth } from './truth.ts'
import { wordsOf } from './words/page-words.ts'
import type { OpenLeg } from './world/draw-leg.ts'
import { drawWorld } from './world/draw-world.ts'
import { type Account, accountOf, type World } from './world/world.ts'

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
  const all = rows.map((_, at) => at)
  return stalePane(
    writer,
    positionsMarkup(writer, { rows, columns: scene.columns, drawn: all, shown: all }),
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
    front === 'positions' && choices.tabs === 'far apart' ? filterBox(drawing.writer) : '',
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

const isOf =
  ({ contract }: OpenLeg) =>
  (leg: OpenLeg): boolean =>
    leg.contract.symbol === contract.symbol

/** What stands in the form's widget and over the page. */
export type Fittings = (
  writer: Writer,
  given: { own: OpenLeg; account: Account; rows: readonly Row[]; world: World },
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
  const reworded = new Set(scene.reworded)
  const writer = writerFor({ choices, random: random.fork('writer'), words, reworded })
  const drawing: Drawing = { scene, writer, random }
  const rows = rowsOf(drawing, world, 'row')
  const front = frontOf(drawing)
  const isInFront = front === 'positions'
  const own: OpenLeg = world.positions.find(isOf(scene.own)) ?? scene.own
  const shown = drawn.filter(
    (at) => choices['hide other symbols'] !== 'on' || isOf(own)(world.positions[at]!),
  )
  const pane = isInFront
    ? positionsMarkup(writer, { rows, columns, drawn, shown })
    : otherPane(writer, random.fork('other pane'), front)
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
      positions: isInFront ? shown.map((at) => rows[at]!.truth) : [],
      open,
      tabInFront: isInFront ? 'positions' : 'another',
      declared: isCounted ? open : null,
      openOrders: isCounted && choices['open orders'] !== 'not printed' ? world.openOrders : null,
      positionMode: choices['position mode'],
      account: { ...card.truth, ...form.truth },
      assetMode: choices['asset mode'] === 'single' ? 'single' : 'multi',
      ticker: tickerTruth(own),
      knowsWords: choices.language !== 'unknown',
      unknownTitles: scene.reworded.flatMap(fieldsOf),
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
