import { render } from 'preact'
import { browser } from 'wxt/browser'
import { Popup } from '@/components/popup/Popup'
import '@/components/popup/popup.css'
import '@/components/popup/tab-glance.css'
import '@/components/popup/preset-bar.css'
import type { Limits } from '@/lib/rules/limits'
import { startOwnPage } from '@/lib/own-page'
import { presetNames, withPreset } from '@/lib/rules/settings'
import { askJudgement, askTab } from '@/lib/tab-messages'

/** The tab in front. */
const ask = {
  tab: askTab,
  judgement: (limits: Limits) =>
    askJudgement([...presetNames.map((name) => withPreset(limits, name)), limits]),
}

const root = document.getElementById('popup')
if (root !== null) {
  const { runtime } = browser
  const hrefs = {
    journal: runtime.getURL('/journal.html'),
    settings: runtime.getURL('/options.html'),
    help: runtime.getURL('/welcome.html'),
  }
  await startOwnPage(
    ({ t }) => t('name'),
    (settings, { speech }, on) => {
      const view = { ...settings, speech, now: Date.now() }
      render(<Popup view={view} ask={ask} hrefs={hrefs} on={on} />, root)
    },
  )
}
