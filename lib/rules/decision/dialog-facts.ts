import type { MarginDialogReading } from '@/lib/page/action-reading'
import type { Facts } from '../facts/figure'

/** What the Adjust Margin dialog says. */
export type DialogFacts = Omit<Facts<MarginDialogReading>, 'box'>
