import { useStore } from './store.ts'

/** A brand of its own: nothing here is the exchange's. */
export const TopBar = () => {
  const account = useStore(({ exchange }) => exchange.state.active)
  return (
    <header className="top-bar">
      <span className="brand">
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M3 13 L7 8 L10 11 L15 4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        Practice Exchange
      </span>
      <nav>
        <span>Markets</span>
        <span>Trade</span>
        <span className="current">Futures</span>
        <span>Learn</span>
      </nav>
      <span className="note">No real money. Prices are invented.</span>
      <span className="who">{account}</span>
    </header>
  )
}
