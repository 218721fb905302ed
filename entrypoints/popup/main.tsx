import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '@/components/popup/Popup'
import '@/components/tokens.css'
import '@/components/own-page/controls.css'
import '@/components/spoken.css'
import '@/components/figures/pips.css'
import '@/components/own-page/fields.css'
import '@/components/popup/popup.css'
import '@/components/popup/tab-glance.css'
import '@/components/popup/preset-bar.css'
import {
  dressPage,
  readSettings,
  settingsHandlers,
  siteAccess,
  watchSettings,
} from '@/lib/own-page'
import { createStore, saying } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { type State, update } from './loop/update'
import { view } from './loop/view'

const root = document.getElementById('popup')
if (root !== null) {
  const { runtime } = browser
  const hrefs = {
    journal: runtime.getURL('/journal.html'),
    settings: runtime.getURL('/options.html'),
    help: runtime.getURL('/welcome.html'),
  }
  const [settings, isGiven] = await Promise.all([readSettings(), siteAccess.isGiven()])
  const initial: State = {
    page: null,
    settings,
    tab: undefined,
    judged: null,
    site: isGiven ? null : 'missing',
  }
  const { dispatch } = createStore({
    initial,
    update,
    runner: effectRunner,
    drawer: (dispatch) => {
      const on = {
        ...settingsHandlers(dispatch),
        allowSite: saying(dispatch)(() => ({ type: 'site-wanted' })),
      }
      return (state: State) => {
        const shown = view(state, Date.now())
        render(shown === null ? null : <Popup view={shown} hrefs={hrefs} on={on} />, root)
      }
    },
  })
  watchSettings(dispatch)
  dispatch({ type: 'opened' })
  await dressPage(
    ({ t }) => t('name'),
    saying(dispatch)((page) => ({ type: 'page', page })),
  )
}
