import type { Side } from '@/lib/margin'
import type { OrderFormReading, OrderPreview } from '@/lib/page/action-reading'
import type { Facts } from '../facts/figure'

type NotAsked = Side | 'takeProfit' | 'availableBalance' | 'box'

/** What the order form says. */
export type OrderFacts = Omit<Facts<OrderFormReading>, NotAsked> & Record<Side, Facts<OrderPreview>>
