import type { Choices } from '../dimensions.ts'
import { type Fittings, renderScene, type ZooPage } from '../draw-page.ts'
import { type Random, randomFrom } from '../random.ts'
import { accountOf } from '../world/world.ts'
import { drawScene, type Scene } from '../scene.ts'
import { type ActionChoices, drawActionChoices } from './action-choices.ts'
import type { ActionTruth } from './action-truth.ts'
import { marginDialog } from './margin-dialog.ts'
import { orderForm } from './order-form.ts'
import { otherDialog } from './other-dialogs.ts'
import type { ActionWriter } from './parts.ts'

export type ActionPage = { page: ZooPage; action: ActionChoices; truth: ActionTruth }

/** A page on which somebody is about to do something: positions in sight, one of them isolated. */
const settled = {
  'tab in front': 'positions',
  'margin modes': 'both',
  'asset mode': 'single',
  'hidden amounts': 'no',
  'hide other symbols': 'off',
} as const satisfies Partial<Choices>

const counts = ['1', '2–3', '4–8', '9–20'] as const

const sceneOf = (seed: number, random: Random): Scene =>
  drawScene(seed, { ...settled, positions: random.fork('count').pick(counts) })

/** Page number `seed` with an order form, and with a dialog over it. */
export const drawActionPage = (seed: number): ActionPage => {
  const random = randomFrom(seed).fork('actions')
  const scene = sceneOf(seed, random)
  const isolated = scene.drawn.filter((at) => scene.world.positions[at]?.marginMode === 'isolated')
  const at = isolated.length === 0 ? null : random.fork('which').pick(isolated)
  const drawn = drawActionChoices(random.fork('choices'))
  // Cross positions have no margin to adjust.
  const action: ActionChoices =
    at === null && drawn.dialog === 'adjust margin' ? { ...drawn, dialog: 'none' } : drawn
  let truth: ActionTruth | null = null
  const fit: Fittings = (page, { own, account, rows, world }) => {
    const writer: ActionWriter = { ...page, action }
    const form = orderForm(writer, { own, account, random: random.fork('form') })
    const row = rows[at ?? 0]!
    const given = {
      position: row.position,
      account: accountOf(world, row.position),
      truth: row.truth,
      random: random.fork('dialog'),
    }
    const isAdjust = action.dialog === 'adjust margin'
    const dialog = isAdjust ? marginDialog(writer, given) : null
    truth = { dialog: dialog?.truth ?? null, form: form.truth }
    return {
      form: { markup: form.markup, truth: form.account },
      dialogs: dialog?.markup ?? otherDialog(writer, given),
    }
  }
  const page = renderScene(scene, fit)
  return { page, action, truth: truth! }
}
