import { render } from 'preact'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import { type PageReading, watchActions } from '@/lib/page'
import { type bracketMemory, companionModel, type PanelModel, placeBeside } from '@/lib/rules'
import type { Correction } from '@/lib/ledger'

type Options = {
  brackets: ReturnType<typeof bracketMemory>
  document: Document
  /** Where it is drawn: beside the panel, in the same closed root. */
  root: Element
  signal: AbortSignal
  note: (correction: Correction) => Promise<unknown>
  state: () => { reading: PageReading; model: PanelModel | null }
}

const WIDTH = 320
/** While no dialog is open, rows are looked at for their brackets so often. */
const SAMPLE = 2_000

/** Stands beside the Adjust Margin dialog for as long as that is open, and changes nothing there. */
export const companion = ({ brackets, document, root, signal, note, state }: Options) => {
  let dialog: Parameters<typeof companionModel>[0]['dialog'] | null = null
  let box: DOMRectReadOnly | { left: number; top: number; width: number; height: number } | null =
    null
  let noted = false

  let sawAt = Number.NEGATIVE_INFINITY

  /** Brackets show themselves over time: what was seen before the dialog opened helps when it does. */
  const see = (reading: PageReading): void => {
    if (reading.status !== 'positions') return
    if (dialog === null && Math.abs(performance.now() - sawAt) < SAMPLE) return
    sawAt = performance.now()
    brackets.see(reading.positions)
  }

  const draw = (): void => {
    const { reading, model } = state()
    see(reading)
    const place =
      box === null
        ? null
        : placeBeside({
            dialog: box,
            window: { width: document.documentElement.clientWidth, height: window.innerHeight },
            width: WIDTH,
          })
    if (dialog === null || model === null || place === null) {
      if (root.hasChildNodes()) render(null, root)
      return
    }
    const shown = companionModel({ dialog, input: reading, model, estimateOf: brackets.of })
    if (shown.state === 'matched' && !noted) {
      const { addition, change } = shown.change
      const episode = shown.position.episode?.id
      if (addition?.past === true && change?.gt(0) === true && episode !== undefined) {
        noted = true
        const figures = { number: addition.number, allowed: addition.allowed }
        void note({
          says: 'noted',
          episode,
          at: Date.now(),
          code: 'DECISION_PAUSE',
          figures,
        }).catch(() => undefined)
      }
    }
    render(<MarginCompanion model={shown} place={place} pause={model.limits.decisionPause} />, root)
  }

  watchActions(document, {
    signal,
    order: false,
    positions: () => {
      const { reading } = state()
      return reading.status === 'positions' ? reading.positions : []
    },
    onReading: (action) => {
      dialog = action.dialog
      box = action.dialog?.box ?? null
      if (dialog === null) noted = false
      draw()
    },
  })
  return { draw }
}
