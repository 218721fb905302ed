import { number } from '../../engine/index.ts'
import { store } from '../store.ts'

/** A grid bot holds a position of its own: its card has every figure that a row has. */
export const Bots = () => {
  const { view, words } = store
  if (!view.cards) return <div className="emptyLine">--</div>
  const figures = [
    [words.size, `${number(0.0158, 4, view)} BTC`],
    [words.columns.entryPrice, number(60_412.5, 1, view)],
    [words.columns.markPrice, number(59_870.2, 1, view)],
    [words.columns.liquidationPrice, number(31_204.8, 1, view)],
    [words.columns.margin, `${number(47.44, 2, view)} USDT`],
    [words.columns.pnl, `${number(-5.38, 2, view)} USDT (${number(-11.34, 2, view)}%)`],
    [words.totalProfit, `${number(3.21, 2, view)} USDT`],
  ] as const
  return (
    <div className="cards">
      <div className="history-card">
        <div className="flex items-center gap-[6px]">
          <span className="text-PrimaryText">BTCUSDT</span>
          <span className="text-TertiaryText">{words.perp}</span>
          <span className="tag">10x</span>
          <span className="tag">{words.isolated}</span>
          <span className="tag">{words.long}</span>
          <span className="text-TertiaryText">
            {words.futuresGrid} · {words.running}
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
    </div>
  )
}
