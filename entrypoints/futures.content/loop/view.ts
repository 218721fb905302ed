import type { PageReading } from '@/lib/page'
import { known } from '@/lib/rules/facts'
import {
  type Box,
  cornerOf,
  lineNextTo,
  type Place,
  placeNextTo,
  placeOfRemark,
} from '@/lib/rules/layout'
import { lastBreach } from '@/lib/rules/limits'
import { orderCheck } from '@/lib/rules/order'
import { accountOf } from '@/lib/rules/position'
import { likelyBoxOfPanel, type Layout, standing } from './layout'
import type { State } from './state'

/** Widths of what stands next to the page's dialog and order form, CSS pixels. */
const COMPANION_PX = 320
/** With less height than this little of it can be read. */
const REMARK_PX = { width: 300, height: 264 }

/** `null`: not in sight. */
const panelView = (state: State) => {
  const { model, closed, at, layout, notice, announcement, selfCheckAsked } = state
  const stands = standing(layout)
  if (stands === null) return null
  const { hideAmounts, hideWhenFlat } = layout.appearance
  const breach = lastBreach(closed, model.limits, at)
  if (hideWhenFlat && model.status === 'flat' && breach === null) return null
  return {
    model,
    notice,
    breach,
    announcement: announcement?.text ?? null,
    selfCheckAsked,
    frame: { ...stands, window: layout.window, hideAmounts },
  }
}

const companionView = ({ decision, layout, model }: State) => {
  const { companion, action } = decision
  if (companion === null || action.dialog === null) return null
  const { window } = layout
  const dialog = action.dialog.box
  const place = placeNextTo({ dialog, window, width: COMPANION_PX })
  const shown = place ?? lineNextTo({ dialog, window })
  if (shown === null) return null
  const pause = model.limits.decisionPause
  return { model: companion, place: shown, isLine: place === null, pause }
}

/** All open positions; `null`: some may not be in sight. */
const openOnes = (reading: PageReading) => {
  if (reading.status === 'flat') return []
  return reading.status === 'positions' && reading.complete ? reading.positions : null
}

/** Where the trader has put it, else clear of what is used. */
const remarkPlace = (layout: Layout, form: Box): Place => {
  const { window, keepClear, remarkPlace: moved } = layout
  if (moved !== null) {
    const corner = cornerOf(moved, REMARK_PX, window)
    return { ...corner, width: REMARK_PX.width, maxHeight: window.height - corner.top }
  }
  const panel = likelyBoxOfPanel(layout)
  const taken = panel === null ? keepClear : [...keepClear, panel]
  return placeOfRemark({ form, keepClear: taken, remark: REMARK_PX, window })
}

const remarkView = ({ reading, decision, layout, model }: State) => {
  const { order, dialog } = decision.action
  // A dialog lies over the form.
  if (order === null || dialog !== null || decision.isRemarkHidden) return null
  const isRead = reading.status === 'positions' || reading.status === 'flat'
  const { limits } = model
  const check = orderCheck({
    order,
    positions: openOnes(reading),
    mark: isRead ? known(reading.ticker.markPrice) : null,
    account: isRead ? accountOf(reading) : null,
    limits,
  })
  if (check === null || check.remarks.length === 0) return null
  return { check, limits, place: remarkPlace(layout, order.box), window: layout.window }
}

/** Everything that is drawn, as data. */
export const view = (state: State) => {
  const { theme, palette } = state.layout.appearance
  return {
    theme: theme === 'auto' ? state.pageTheme : theme,
    palette,
    translation: state.wording.translation,
    estimateOf: state.decision.brackets.of,
    tickerOf: state.tickers.of,
    panel: panelView(state),
    companion: companionView(state),
    remark: remarkView(state),
  }
}

export type View = ReturnType<typeof view>
