import type { PopupView, Verdict } from '@/components/popup/Popup'
import { Decimal } from '@/lib/margin'
import type { TabCheck } from '@/lib/tab-messages'
import { presetNames, shownSettings } from '@/lib/rules/settings'
import type { State } from './update'

/** A numeral becomes a figure again. */
const tabOf = (tab: TabCheck | null | undefined): PopupView['tab'] => {
  if (tab === null || tab === undefined) return tab
  const { worst } = tab
  if (worst === null) return { ...tab, worst }
  const { distance } = worst
  const figure = 'value' in distance ? { value: new Decimal(distance.value) } : distance
  return { ...tab, worst: { ...worst, distance: figure } }
}

/** In the order in which they are asked: the presets, then the limits of now. */
const verdictsOf = ({ judged }: State): PopupView['verdicts'] => {
  if (judged === null) return null
  const of = (at: number): Verdict => judged[at] ?? []
  return {
    presets: Object.fromEntries(presetNames.map((name, at) => [name, of(at)])),
    now: of(presetNames.length),
  }
}

/** Everything that the popup draws, as data; `null`: not in its colours and language yet. */
export const view = (state: State, now: number): PopupView | null => {
  const { page, settings, site } = state
  if (page === null) return null
  return {
    speech: page.speech,
    site,
    tab: tabOf(state.tab),
    verdicts: verdictsOf(state),
    ...shownSettings(settings),
    now,
  }
}
