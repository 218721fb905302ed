import { useState } from 'react'
import { controls, store, useStore } from './store.ts'

/** The hand behind the scenery: clearly not a part of the exchange. */
export const Dock = () => {
  const [open, setOpen] = useState(true)
  const theme = useStore(({ view }) => view.theme)
  const path = useStore(({ view }) => view.path)
  const symbol = useStore(({ place }) => place.symbol)
  const position = useStore(({ exchange, place }) => exchange.find(place.symbol))
  const move = (fraction: number) => () => {
    controls.movePrice(symbol, fraction)
  }
  return (
    <aside className="dock">
      <button
        type="button"
        onClick={() => {
          setOpen(!open)
        }}
      >
        Practice controls {open ? '▾' : '▸'}
      </button>
      {open && (
        <div>
          <button type="button" onClick={move(-0.01)}>
            Price −1 %
          </button>
          <button type="button" onClick={move(-0.03)}>
            −3 %
          </button>
          <button type="button" onClick={move(0.01)}>
            +1 %
          </button>
          <button type="button" onClick={() => store.setView({ path: !path })}>
            {path ? 'Hold the price' : 'Let the price move'}
          </button>
          <button
            type="button"
            disabled={position?.marginMode !== 'isolated'}
            onClick={() => {
              if (position === undefined) return
              store.act('Margin added from the phone', () =>
                store.exchange.adjustMargin(position.id, 20, 'other-device'),
              )
            }}
          >
            Add 20 from the phone
          </button>
          <button
            type="button"
            onClick={() => {
              controls.jumpToFunding(symbol)
            }}
          >
            Next funding
          </button>
          <button
            type="button"
            onClick={() => store.setView({ theme: theme === 'dark' ? 'light' : 'dark' })}
          >
            {theme === 'dark' ? 'Light' : 'Dark'}
          </button>
          <button
            type="button"
            onClick={() => {
              controls.reset()
            }}
          >
            Start again
          </button>
        </div>
      )}
    </aside>
  )
}
