import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type TickerMemory, tickerMemory } from '@/lib/rules/insight'
import { type BracketMemory, bracketMemory } from '@/lib/rules/planning'
import type { OnCorrect } from './card/CountCorrection'

/** What every part of the panel may ask, and whom it tells. */
type PanelContextValue = {
  /** What the looks at a row have told of its bracket, by the position's key. */
  estimateOf: BracketMemory['of']
  /** What the page's line over the chart has said of a symbol. */
  tickerOf: TickerMemory['of']
  onCorrect: OnCorrect
}

export const PanelContext = createContext<PanelContextValue>({
  estimateOf: bracketMemory().of,
  tickerOf: tickerMemory().of,
  onCorrect: () => undefined,
})

export const usePanel = (): PanelContextValue => useContext(PanelContext)
