import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import panelStyles from '@/components/panel/styles.css?inline'
import { marketOf } from '@/lib/page'
import { mountPanel } from './mount-panel'
import { startPanel } from './start-panel'
import { watchOwnEnd } from './watch-own-end'
import './alive.css'

export default defineContentScript({
  // Practice accounts live at `demo`.
  matches: [
    'https://www.binance.com/futures/*',
    'https://www.binance.com/*/futures/*',
    'https://www.binance.com/delivery/*',
    'https://www.binance.com/*/delivery/*',
    'https://demo.binance.com/futures/*',
    'https://demo.binance.com/*/futures/*',
    'https://demo.binance.com/delivery/*',
    'https://demo.binance.com/*/delivery/*',
  ],
  // Positions there are somebody else's, or no positions: `/en/copy-trading/futures/…`.
  excludeMatches: [
    'https://www.binance.com/*my/wallet/*',
    'https://www.binance.com/*copy-trading/*',
    'https://demo.binance.com/*my/wallet/*',
    'https://demo.binance.com/*copy-trading/*',
  ],
  // It would tell the page our id, and every start of ours.
  noScriptStartedPostMessage: true,

  async main(ctx) {
    if (marketOf(location.pathname) === null) return
    const mount = mountPanel(document, panelStyles)
    watchOwnEnd(ctx, mount)
    await startPanel({
      document,
      mount,
      version: browser.runtime.getManifest().version,
      private: browser.extension.inIncognitoContext,
      signal: ctx.signal,
      isEnded: () => ctx.isInvalid,
    })
  },
})
