import { createContext } from 'preact'
import type { TickerMemory } from '@/lib/rules/insight'

export const noTicker: TickerMemory['of'] = () => null

/** What the page's line over the chart has said of a symbol. */
export const TickerContext = createContext<TickerMemory['of']>(noTicker)
