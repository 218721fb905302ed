import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '@/components/popup/Popup'
import '@/components/popup/popup.css'
import '@/components/popup/tab-glance.css'
import '@/components/popup/preset-bar.css'
import { dressPage, readSettings, settingsHandlers, watchSettings } from '@/lib/own-page'
import { shownSettings } from '@/lib/rules/settings'
import { createStore, saying } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { type State, update } from './loop/update'

const root = document.getElementById('popup')
if (root !== null) {
  const { runtime } = browser
  const hrefs = {
    journal: runtime.getURL('/journal.html'),
    settings: runtime.getURL('/options.html'),
    help: runtime.getURL('/welcome.html'),
  }
  const settings = await readSettings()
  const initial: State = { page: null, settings, tab: undefined, judged: null }
  const { dispatch } = createStore({
    initial,
    update,
    runner: effectRunner,
    drawer: (dispatch) => {
      const on = settingsHandlers(dispatch)
      return ({ page, settings, tab, judged }: State) => {
        if (page === null) return
        const now = Date.now()
        const view = { ...shownSettings(settings), speech: page.speech, tab, judged, now }
        render(<Popup view={view} hrefs={hrefs} on={on} />, root)
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
