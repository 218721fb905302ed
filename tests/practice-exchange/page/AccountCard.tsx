import { accountText, contractOf } from '../engine/index.ts'
import { store, useStore } from './store.ts'
import { wordsFor } from './words.ts'

export const AccountCard = () => {
  useStore(({ version }) => version)
  const { view, exchange, place } = store
  const words = wordsFor(view.language)
  const { asset } = contractOf(place.symbol)
  const text = accountText(exchange.accountFigures(asset), asset, view)
  const lines = [
    [words.marginRatio, text.marginRatio, ''],
    [words.maintenanceMargin, text.maintenanceMargin, asset],
    [words.marginBalance, text.marginBalance, asset],
  ] as const
  return (
    <section className="widget account">
      <header className="widget-handle">
        <span className="current">{words.account}</span>
      </header>
      {view.state === 'ready' ? (
        <div className="card">
          {lines.map(([label, value, unit]) => (
            <div key={label} className="line">
              <span className="text-TertiaryText">{label}</span>
              <span className="text-PrimaryText">
                {value} {unit}
              </span>
            </div>
          ))}
          <div className="line">
            <span className="text-PrimaryText">
              {exchange.account.assetMode === 'single' ? words.singleAsset : words.multiAssets}
            </span>
          </div>
          <button
            type="button"
            className="bn-button data-size-tiny"
            onClick={() => {
              store.act('Transferred 100 from spot', () =>
                exchange.transferFromSpot(asset, asset.startsWith('USD') ? 100 : 0.01),
              )
            }}
          >
            Transfer 100 from spot
          </button>
        </div>
      ) : (
        <div className="card">
          <button type="button" className="bn-button bn-button__primary">
            Log In
          </button>
        </div>
      )}
    </section>
  )
}
