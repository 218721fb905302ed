import { number } from '../../engine/index.ts'
import { store } from '../store.ts'

export const Assets = () => {
  const { exchange, view } = store
  return (
    <div className="cards">
      {Object.entries(exchange.account.wallets).map(([asset, amount]) => (
        <div key={asset} className="flex card-row">
          <span className="text-TertiaryText">{asset}</span>
          <span>{number(amount, 4, view)}</span>
        </div>
      ))}
    </div>
  )
}
