import { useStore } from './store.ts'

/** A brand of its own: nothing here is the exchange's. */
export const TopBar = () => {
  const account = useStore(({ exchange }) => exchange.state.active)
  const words = useStore((store) => store.words)
  const loggedOut = useStore(({ view }) => view.state === 'logged-out')
  return (
    <header className="top-bar">
      <span className="brand">
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M3 13 L7 8 L10 11 L15 4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        Practice Exchange
      </span>
      <nav>
        <span>{words.markets}</span>
        <span>{words.trade}</span>
        <span className="current">{words.futures}</span>
        <span>{words.learn}</span>
      </nav>
      <span className="note">No real money. Prices are invented.</span>
      <span className="who">{loggedOut ? words.logIn : account}</span>
    </header>
  )
}
