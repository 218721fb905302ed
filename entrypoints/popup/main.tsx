import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '@/components/popup/Popup'
import '@/components/popup/popup.css'
import '@/components/popup/tab-glance.css'
import '@/components/popup/preset-bar.css'
import { settingsHandlers, startOwnPage } from '@/lib/own-page'
import { shownSettings } from '@/lib/rules/settings'
import { effectRunner } from './effect-runner'
import { nothingHeard, update } from './loop/update'

const root = document.getElementById('popup')
if (root !== null) {
  const { runtime } = browser
  const hrefs = {
    journal: runtime.getURL('/journal.html'),
    settings: runtime.getURL('/options.html'),
    help: runtime.getURL('/welcome.html'),
  }
  await startOwnPage({
    title: ({ t }) => t('name'),
    initial: nothingHeard,
    update,
    runner: effectRunner,
    drawer: (dispatch) => {
      const on = settingsHandlers(dispatch)
      return ({ settings, tab, judged }, { speech }) => {
        const view = { ...shownSettings(settings), speech, tab, judged, now: Date.now() }
        render(<Popup view={view} hrefs={hrefs} on={on} />, root)
      }
    },
  })
}
