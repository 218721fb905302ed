import { accountText, contractOf } from '../engine/index.ts'
import { Line } from './dialogs/Line.tsx'
import { skinOf } from './skins/index.ts'
import { store, useStore } from './store.ts'

const Balances = () => {
  const { view, exchange, place, words } = store
  const { Button } = skinOf(view)
  const { asset } = contractOf(place.symbol)
  const text = accountText(exchange.accountFigures(asset), view)
  const transferred = asset.startsWith('USD') ? 100 : 0.01
  return (
    <div className="card">
      <Line label={words.marginRatio} value={text.marginRatio} />
      <Line label={words.maintenanceMargin} value={`${text.maintenanceMargin} ${text.unit}`} />
      <Line label={words.marginBalance} value={`${text.marginBalance} ${text.unit}`} />
      <div className="line">
        <span className="text-PrimaryText">
          {exchange.account.assetMode === 'single' ? words.singleAsset : words.multiAssets}
        </span>
      </div>
      <Button
        tone="plain"
        onClick={() => {
          store.act(words.transferred, () => exchange.transferFromSpot(asset, transferred))
        }}
      >
        {words.transfer} {transferred} {asset}
      </Button>
    </div>
  )
}

export const AccountCard = () => {
  useStore(({ version }) => version)
  const { view, words } = store
  const { Button } = skinOf(view)
  return (
    <section className="widget account">
      <header className="widget-handle">
        <span className="current">{words.account}</span>
      </header>
      {view.state === 'logged-out' ? (
        <div className="card">
          <Button tone="primary" onClick={() => store.setView({ state: 'ready' })}>
            {words.logIn}
          </Button>
        </div>
      ) : (
        <Balances />
      )}
    </section>
  )
}
