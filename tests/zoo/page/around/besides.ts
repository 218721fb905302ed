import type { Writer } from '../../look/writer.ts'
import type { Random } from '../../random.ts'
import { assetList, historyCards, marketList, ordersTable, tradesTable } from './orders.ts'

export type Front = 'positions' | 'openOrders' | 'positionHistory' | 'assets'

/** What stands elsewhere on the page and holds symbols and figures of other things. */
export const besides = (writer: Writer, random: Random): string => {
  switch (writer.choices.beside) {
    case 'nothing':
      return ''
    case 'orders table':
      return ordersTable(writer, random, random.whole(2, 6))
    case 'market list':
      return marketList(writer, random, random.whole(4, 7))
    case 'asset list':
      return assetList(writer, random)
    case 'trade history':
      return tradesTable(writer, random, random.whole(2, 6))
  }
}

/** The pane of another tab. */
export const otherPane = (
  writer: Writer,
  random: Random,
  front: Exclude<Front, 'positions'>,
): string => {
  switch (front) {
    case 'openOrders':
      return ordersTable(writer, random, random.whole(1, 6))
    case 'assets':
      return assetList(writer, random)
    case 'positionHistory':
      return historyCards(writer, random, random.whole(1, 5))
  }
}
