import type { Translation } from '@/lib/i18n'
import type { PageReading } from '@/lib/page'
import type { CompanionModel } from '@/lib/rules/decision'
import { known } from '@/lib/rules/facts'
import type { TickerMemory } from '@/lib/rules/insight'
import { type Place, placeNextTo, type Size } from '@/lib/rules/layout'
import { type Breach, lastBreach, type Limits } from '@/lib/rules/limits'
import { orderCheck, type OrderCheck } from '@/lib/rules/order'
import type { PanelModel } from '@/lib/rules/panel'
import type { BracketMemory } from '@/lib/rules/planning'
import { accountOf } from '@/lib/rules/position'
import type { Appearance } from '@/lib/rules/settings'
import type { LedgerNotice } from '@/lib/storage'
import { standing, type Standing } from './layout'
import type { State } from './state'

/** Everything that is drawn, as data. */
export type View = {
  theme: 'dark' | 'light'
  palette: Appearance['palette']
  translation: Translation
  /** `null`: not in sight. */
  panel: PanelView | null
  companion: CompanionView | null
  remark: RemarkView | null
}

export type PanelView = {
  model: PanelModel
  notice: LedgerNotice
  breach: Breach | null
  announcement: string | null
  selfCheckAsked: number
  estimateOf: BracketMemory['of']
  tickerOf: TickerMemory['of']
  frame: Standing & { window: Size; hideAmounts: boolean }
}

export type CompanionView = { model: CompanionModel; place: Place; pause: Limits['decisionPause'] }

export type RemarkView = { check: OrderCheck; limits: Limits; place: Place }

/** Widths of what stands next to the page's dialog and order form, CSS pixels. */
const COMPANION_PX = 320
const REMARK_PX = 300

const panelView = (state: State): PanelView | null => {
  const { model, closed, at, layout, notice, announcement, selfCheckAsked, decision } = state
  const stands = standing(layout)
  if (stands === null) return null
  const { hideAmounts, hideWhenFlat } = layout.appearance
  const breach = lastBreach(closed, model.limits, at)
  if (hideWhenFlat && model.status === 'flat' && breach === null) return null
  return {
    model,
    notice,
    breach,
    announcement,
    selfCheckAsked,
    estimateOf: decision.brackets.of,
    tickerOf: state.tickers.of,
    frame: { ...stands, window: layout.window, hideAmounts },
  }
}

const companionView = ({ decision, layout, model }: State): CompanionView | null => {
  const { companion, action } = decision
  if (companion === null || action.dialog === null) return null
  const { window } = layout
  const place = placeNextTo({ dialog: action.dialog.box, window, width: COMPANION_PX })
  return place === null ? null : { model: companion, place, pause: model.limits.decisionPause }
}

/** All open positions; `null`: some may not be in sight. */
const openOnes = (reading: PageReading) => {
  if (reading.status === 'flat') return []
  return reading.status === 'positions' && reading.complete ? reading.positions : null
}

const remarkView = ({ reading, decision, layout, model }: State): RemarkView | null => {
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
  const { window } = layout
  const place = placeNextTo({ dialog: order.box, window, width: REMARK_PX })
  return place === null ? null : { check, limits, place }
}

export const view = (state: State): View => {
  const { theme, palette } = state.layout.appearance
  return {
    theme: theme === 'auto' ? state.pageTheme : theme,
    palette,
    translation: state.wording.translation,
    panel: panelView(state),
    companion: companionView(state),
    remark: remarkView(state),
  }
}
