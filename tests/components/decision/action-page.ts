import { readMarginDialog, readOrderForm, readPage } from '@/lib/page'
import { accountOf } from '@/lib/rules/position'
import { companionModel } from '@/lib/rules/decision'
import { type EpisodeFacts, known } from '@/lib/rules/facts'
import type { DialogFacts } from '@/lib/rules/facts/facts'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { orderCheck } from '@/lib/rules/order'
import { panelModel } from '@/lib/rules/panel'
import { bracketMemory } from '@/lib/rules/planning'
import { fixtureNames, readFixture } from '../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'

/** Every generation in every language that has words. */
export const wordedPages = fixtureNames().filter(
  (name) => name.startsWith('action-') && !name.endsWith('nonsense'),
)

const read = (name: string) => {
  const { html, truth } = readFixture(name)
  const page = replayPage(html, truth.url)
  const reading = readPage(page, 0)
  if (reading.status !== 'positions') throw new Error(reading.status)
  const dialog = readMarginDialog(page, reading.positions)
  return { truth, reading, dialog, order: readOrderForm(page) }
}

/** Reading a page takes longer than everything that is asked of it. */
const pages = new Map<string, ReturnType<typeof read>>()

/** A captured page with a position, its Adjust Margin dialog and an order that is typed, as they are read. */
const pageOf = (name: string) => {
  const page = pages.get(name) ?? read(name)
  pages.set(name, page)
  return page
}

export const companionOn = (
  name: string,
  episode?: EpisodeFacts,
  limits: Limits = defaultLimits,
  said: Partial<DialogFacts> = {},
) => {
  const { truth, reading, dialog } = pageOf(name)
  if (dialog === null) throw new Error('no dialog')
  const [position] = reading.positions
  const episodes = new Map(episode && position ? [[position.key, episode]] : [])
  const model = panelModel({ input: reading, episodes, limits, previous: null, now: 0 })
  const estimateOf = bracketMemory().after(reading.positions).of
  return {
    truth,
    model: companionModel({ dialog: { ...dialog, ...said }, input: reading, model, estimateOf }),
  }
}

export const checkOn = (name: string, limits: Limits = defaultLimits) => {
  const { reading, order } = pageOf(name)
  if (order === null) throw new Error('no order')
  return orderCheck({
    order,
    positions: reading.complete ? reading.positions : null,
    mark: known(reading.ticker.markPrice),
    account: accountOf(reading),
    limits,
  })
}
