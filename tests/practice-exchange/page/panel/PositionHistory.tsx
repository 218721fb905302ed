import {
  type ClosedPosition,
  contractOf,
  digitsOf,
  number,
  shownDigits,
} from '../../engine/index.ts'
import { store } from '../store.ts'

/** What the history of an older account looks like. */
const earlier: readonly ClosedPosition[] = [
  {
    id: -1,
    symbol: 'BTCUSDT',
    side: 'long',
    marginMode: 'isolated',
    leverage: 20,
    quantity: 0.02,
    entryPrice: 60_000,
    exitPrice: 59_100,
    realizedPnl: -18.6,
    openedAt: 0,
    closedAt: 0,
    how: 'closed',
  },
  {
    id: -2,
    symbol: 'BNBUSDT',
    side: 'short',
    marginMode: 'cross',
    leverage: 10,
    quantity: 1.2,
    entryPrice: 612,
    exitPrice: 655,
    realizedPnl: -52.2,
    openedAt: 0,
    closedAt: 0,
    how: 'liquidated',
  },
]

/** Cards with the same words as open positions: symbol, leverage, mode, side. */
export const PositionHistory = () => {
  const { exchange, view, words } = store
  const closed = [...exchange.account.closed, ...(view.cards ? earlier : [])]
  if (closed.length === 0) return <div className="emptyLine">--</div>
  return (
    <div className="cards">
      {closed.map((position) => {
        const spec = contractOf(position.symbol)
        const price = (value: number) => number(value, digitsOf(spec.tick), view)
        const figures = [
          [words.columns.entryPrice, price(position.entryPrice)],
          [words.averageClosePrice, price(position.exitPrice)],
          [words.size, `${number(position.quantity, digitsOf(spec.lot), view)} ${spec.base}`],
          [
            words.closingPnl,
            `${number(position.realizedPnl, shownDigits(spec.asset, view), view)} ${spec.asset}`,
          ],
        ] as const
        return (
          <div key={position.id} className="history-card">
            <div className="flex items-center gap-[6px]">
              <span className="text-PrimaryText">{spec.pair}</span>
              <span className="text-TertiaryText">{spec.delivery ?? words.perp}</span>
              <span className="tag">{position.leverage}x</span>
              <span className="tag">{words[position.marginMode]}</span>
              <span className="tag">{words[position.side]}</span>
              <span className="text-TertiaryText">
                {position.how === 'liquidated' ? words.liquidated : words.closed}
              </span>
            </div>
            <div className="flex gap-[24px]">
              {figures.map(([label, value]) => (
                <div key={label}>
                  <div className="text-TertiaryText">{label}</div>
                  <div className="text-PrimaryText">{value}</div>
                </div>
              ))}
            </div>
          </div>
        )
      })}
    </div>
  )
}
