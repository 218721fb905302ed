import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'

const LEVERAGES = [1, 2, 3, 5, 10, 20, 50, 75]

/** Margin mode, leverage and asset mode; a click goes to the next choice. */
export const ModeButtons = () => {
  const { view, exchange, place, words } = store
  const { Button } = skinOf(view)
  const { symbol } = place
  const mode = exchange.marginModeOf(symbol)
  const leverage = exchange.leverageOf(symbol)
  const { assetMode } = exchange.account
  const joined = view.modeButtons === 'joined'
  const otherMode = () => {
    store.act(words.modeChanged, () =>
      exchange.setMarginMode(symbol, mode === 'cross' ? 'isolated' : 'cross'),
    )
  }
  const nextLeverage = () => {
    const next = LEVERAGES[(LEVERAGES.indexOf(leverage) + 1) % LEVERAGES.length] ?? 20
    store.act(words.leverageChanged, () => exchange.setLeverage(symbol, next))
  }
  const otherAssets = () => {
    store.act(words.modeChanged, () =>
      exchange.setAssetMode(assetMode === 'single' ? 'multi' : 'single'),
    )
  }
  return (
    <div className="modes">
      <Button tone="plain" role="margin-mode" onClick={otherMode}>
        {joined ? `${words[mode]} ${String(leverage)}x` : words[mode]}
      </Button>
      {!joined && (
        <Button tone="plain" role="leverage" onClick={nextLeverage}>
          {leverage}x
        </Button>
      )}
      <Button tone="plain" role="asset-mode" onClick={otherAssets}>
        {words[assetMode]}
      </Button>
    </div>
  )
}
