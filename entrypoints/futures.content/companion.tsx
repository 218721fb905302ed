import { render } from 'preact'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import { OrderRemark } from '@/components/decision/OrderRemark'
import { TranslationContext } from '@/components/translation-context'
import type { Translation } from '@/lib/i18n'
import type { Correction } from '@/lib/ledger'
import { type ActionReading, type PageReading, watchActions } from '@/lib/page'
import {
  accountOf,
  type bracketMemory,
  type CompanionModel,
  companionModel,
  known,
  orderCheck,
  type PanelModel,
  placeBeside,
} from '@/lib/rules'

type Options = {
  brackets: ReturnType<typeof bracketMemory>
  document: Document
  /** Where it is drawn: beside the panel, in the same closed root. */
  root: Element
  signal: AbortSignal
  note: (correction: Correction) => Promise<unknown>
  state: () => { reading: PageReading; model: PanelModel | null }
  translation: () => Translation
  /** Dialogs of the page came, went or moved. */
  onDialogs: (boxes: ActionReading['dialogs']) => void
}

const WIDTH = 320
const REMARK_WIDTH = 300
/** While no dialog is open, rows are looked at for their brackets so often. */
const SAMPLE = 2_000

/** All open positions; `null`: some may not be in sight. */
const openOnes = (reading: PageReading) => {
  if (reading.status === 'flat') return []
  return reading.status === 'positions' && reading.complete ? reading.positions : null
}

/** Stands beside what the trader is about to do for as long as that is open, and changes nothing there. */
export const companion = ({
  brackets,
  document,
  root,
  signal,
  note,
  state,
  translation,
  onDialogs,
}: Options) => {
  let action: ActionReading = { dialog: null, order: null, dialogs: [] }
  let noted = false
  /** The remark was hidden for this order; the next one begins with an empty field. */
  let hidden = false
  let sawAt = Number.NEGATIVE_INFINITY

  /** Brackets show themselves over time: what was seen before the dialog opened helps when it does. */
  const see = (reading: PageReading): void => {
    if (reading.status !== 'positions') return
    if (action.dialog === null && Math.abs(performance.now() - sawAt) < SAMPLE) return
    sawAt = performance.now()
    brackets.see(reading.positions)
  }

  const placeFor = (box: Parameters<typeof placeBeside>[0]['dialog'], width: number) =>
    placeBeside({
      dialog: box,
      window: { width: document.documentElement.clientWidth, height: window.innerHeight },
      width,
    })

  /** Beyond the limit the journal keeps that they were about to, and what they did next. */
  const noteOnce = (shown: CompanionModel): void => {
    if (shown.state !== 'matched' || noted) return
    const { addition, change } = shown.change
    const episode = shown.position.episode?.id
    if (addition?.past !== true || change?.gt(0) !== true || episode === undefined) return
    noted = true
    const figures = { number: addition.number, allowed: addition.allowed }
    void note({ says: 'noted', episode, at: Date.now(), code: 'DECISION_PAUSE', figures }).catch(
      () => undefined,
    )
  }

  const beside = (model: PanelModel, reading: PageReading) => {
    const { dialog } = action
    const place = dialog === null ? null : placeFor(dialog.box, WIDTH)
    if (dialog === null || place === null) return null
    const shown = companionModel({ dialog, input: reading, model, estimateOf: brackets.of })
    noteOnce(shown)
    return <MarginCompanion model={shown} place={place} pause={model.limits.decisionPause} />
  }

  const remark = (model: PanelModel, reading: PageReading) => {
    const { order, dialog } = action
    // A dialog lies over the form.
    if (order === null || dialog !== null || hidden) return null
    const isRead = reading.status === 'positions' || reading.status === 'flat'
    const check = orderCheck({
      order,
      positions: openOnes(reading),
      mark: isRead ? known(reading.ticker.markPrice) : null,
      account: isRead ? accountOf(reading) : null,
      limits: model.limits,
    })
    const place =
      check === null || check.remarks.length === 0 ? null : placeFor(order.box, REMARK_WIDTH)
    if (check === null || place === null) return null
    return (
      <OrderRemark
        check={check}
        limits={model.limits}
        place={place}
        onHide={() => {
          hidden = true
          draw()
        }}
      />
    )
  }

  const draw = (): void => {
    const { reading, model } = state()
    see(reading)
    const shown = model === null ? [] : [beside(model, reading), remark(model, reading)]
    if (shown.every((each) => each === null) && !root.hasChildNodes()) return
    render(
      <TranslationContext.Provider value={translation()}>{shown}</TranslationContext.Provider>,
      root,
    )
  }

  watchActions(document, {
    signal,
    positions: () => {
      const { reading } = state()
      return reading.status === 'positions' ? reading.positions : []
    },
    onReading: (next) => {
      const moved = JSON.stringify(next.dialogs) !== JSON.stringify(action.dialogs)
      action = next
      if (next.dialog === null) noted = false
      if (next.order === null || !('value' in next.order.size)) hidden = false
      draw()
      if (moved) onDialogs(next.dialogs)
    },
  })
  return { draw }
}
