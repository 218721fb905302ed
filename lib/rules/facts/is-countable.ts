import type { Contract, MarginMode, Side } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'

type Asked = Pick<PositionFacts, 'side' | 'marginMode' | 'contract' | 'quantity' | 'entryPrice'>
type Countable = { side: Side; marginMode: MarginMode; contract: { value: Contract } }

/** Without these nothing else tells anything about margin, however often the row is read: amounts are hidden. */
export const isCountable = <T extends Asked>(facts: T): facts is T & Countable =>
  facts.side !== 'unknown' &&
  facts.marginMode !== 'unknown' &&
  'value' in facts.contract &&
  known(facts.quantity) !== null &&
  known(facts.entryPrice) !== null
