import fc from 'fast-check'
import { observation } from '../../../lib/ledger/observed'
import type { Broken } from '../mortal-background'
import type { Desk, Model, Which } from './desk'
import { addedTo, openedAs } from './trade'

type Command = fc.AsyncCommand<Model, Desk>

/** `can`: whether it may happen now. By the desk's own word where a tab would lose what only it knows. */
const command = (
  name: string,
  run: (model: Model, desk: Desk) => Promise<void> | void,
  can: (model: Model) => boolean = () => true,
): Command => ({
  check: can,
  run: async (model, desk) => {
    await run(model, desk)
    for (const tab of desk.tabs) tab.isOnlyWitness &&= !tab.isDone
    await desk.nothingIsInvented(model)
  },
  toString: () => name,
})

/** Rises within five seconds are one: they are further apart here. */
const APART_S = 8

/** Something happens on the exchange, and whoever is awake sees it twice. */
const traded = (
  name: string,
  change: (model: Model) => void,
  can: (model: Model) => boolean,
): Command =>
  command(
    name,
    async (model, desk) => {
      change(model)
      desk.wait(APART_S)
      const [first, second] = desk.tabs
      first.isOnlyWitness ||= second.frozen
      second.isOnlyWitness ||= first.frozen
      await desk.lookTwice(model)
    },
    can,
  )

const isOpen = ({ trade }: Model): boolean => trade !== null
const isFlat = ({ trade }: Model): boolean => trade === null

const open = traded(
  'open',
  (model) => {
    model.trade = openedAs((model.opened += 1))
  },
  isFlat,
)

const add = (amount: number): Command =>
  traded(
    `add ${String(amount)}`,
    (model) => {
      if (model.trade !== null) model.trade = addedTo(model.trade, amount)
    },
    isOpen,
  )

const close = traded(
  'close',
  (model) => {
    if (model.trade !== null) model.past.push(model.trade)
    model.trade = null
  },
  isOpen,
)

const look = command('look', (model, desk) => desk.look(model))

const wait = (seconds: number): Command =>
  command(`wait ${String(seconds)} s`, (_, desk) => {
    desk.wait(seconds)
  })

const end = (moments: number): Command =>
  command(`end in ${String(moments)}`, (_, { background }) => {
    background.endIn(moments)
  })

const storage = (isFull: boolean): Command =>
  command(isFull ? 'storage full' : 'room', (_, { background }) => {
    background.broken.storage = isFull
  })

const database = (state: Broken['database']): Command =>
  command(`database broken: ${state}`, (_, { background }) => {
    background.broken.database = state
  })

/** One tab stays awake, and nobody sleeps with what only he has seen. */
const freeze = (which: Which): Command =>
  command(`freeze ${String(which)}`, (_, { tabs }) => {
    const [tab, other] = which === 0 ? tabs : [tabs[1], tabs[0]]
    if (!other.frozen && !tab.isOnlyWitness) tab.frozen = true
  })

/**
 * Not while the other tab has in memory only what this one has not seen. Without room, and with a
 * background that is ended just then, this one may tell a new background first where things stand, and
 * what the other tells of the time before comes late: that is lost, and docs/ledger.md says so.
 */
const thaw = (which: Which): Command =>
  command(`thaw ${String(which)}`, async (model, desk) => {
    const [tab, other] = which === 0 ? desk.tabs : [desk.tabs[1], desk.tabs[0]]
    if (!tab.frozen || other.isOnlyWitness) return
    tab.frozen = false
    await tab.retry()
    await desk.lookTwice(model)
  })

/** What it has seen goes with it: only while none of it waits. */
const reload = (which: Which): Command =>
  command(`reload ${String(which)}`, async (model, desk) => {
    if (!desk.tabs.every(({ isDone, frozen }) => isDone && !frozen)) return
    desk.reload(which)
    await desk.look(model)
  })

/**
 * The trader says of the last addition that it was none of theirs, in a tab that shows it. Without room
 * only once of a position: a new background may hear two tabs in another order, and number what came
 * after the first word otherwise.
 */
const deny = (which: Which): Command =>
  command(`deny ${String(which)}`, async (model, desk) => {
    const { trade } = model
    const tab = desk.tabs[which]
    const shown = Object.values(tab.answer?.open ?? {}).find(
      ({ figures }) => figures.entryPrice === trade?.entryPrice,
    )
    const rises = shown?.events.filter(({ kind }) => kind === 'margin-added') ?? []
    const last = rises.at(-1)
    if (!trade || !shown || !last || tab.frozen || rises.length !== trade.additions) return
    if (tab.answer?.saved !== true && trade.denied.length > 0) return
    model.trade = { ...trade, denied: [...new Set([...trade.denied, trade.additions])] }
    tab.isOnlyWitness = true
    desk.wait(1)
    await tab.say({ says: 'not-an-addition', episode: shown.id, at: desk.now, event: last.id })
  })

/** A look that no message may hold. */
const nonsense = (which: Which): Command =>
  command(`nonsense ${String(which)}`, async (_, desk) => {
    const tab = desk.tabs[which]
    if (tab.frozen) return
    await tab.send(observation({ at: -1, tab: tab.name, sequence: 1_000_000 }))
  })

const which = fc.constantFrom<Which[]>(0, 1)

export const commands = (length: number) =>
  fc.commands(
    [
      fc.constant(open),
      fc.integer({ min: 5, max: 60 }).map(add),
      fc.integer({ min: 5, max: 60 }).map(add),
      fc.constant(close),
      fc.constant(look),
      fc.constantFrom(1, 20, 70, 200, 400).map(wait),
      fc.nat(30).map(end),
      fc.nat(30).map(end),
      fc.boolean().map(storage),
      fc.constantFrom<Broken['database'][]>('no', 'open', 'write').map(database),
      which.map(freeze),
      which.map(thaw),
      which.map(reload),
      which.map(deny),
      which.map(nonsense),
    ],
    { maxCommands: length, size: 'max' },
  )
