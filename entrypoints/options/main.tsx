import { render } from 'preact'
import { browser } from 'wxt/browser'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { SettingsPage } from '@/components/settings/SettingsPage'
import '@/components/settings/settings.css'
import { settingsHandlers, startOwnPage } from '@/lib/own-page'
import { shownSettings } from '@/lib/rules/settings'
import { sharingItem } from '@/lib/storage/settings'
import { saying } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { update } from './loop/update'
import { keysOfCommands, settingsSource } from './settings-source'

const root = document.getElementById('options')
if (root !== null) {
  const { runtime } = browser
  const hrefs = { journal: runtime.getURL('/journal.html'), help: runtime.getURL('/welcome.html') }
  const [keys, sharing] = await Promise.all([keysOfCommands(), sharingItem.load()])
  await startOwnPage({
    title: ({ t }) => `${t('settings.title')} – ${t('name')}`,
    initial: { isSharing: sharing.value.on, failure: null },
    update,
    runner: effectRunner,
    drawer: (dispatch) => {
      const say = saying(dispatch)
      sharingItem.watch(say(({ on }) => ({ type: 'sharing', isOn: on })))
      const on: Parameters<typeof SettingsPage>[0]['on'] = {
        ...settingsHandlers(dispatch),
        appearance: say((change) => ({ type: 'appearance-wanted', change })),
      }
      return ({ settings, isSharing, failure }, { appearance, speech }) => {
        const now = Date.now()
        const view = { ...shownSettings(settings), appearance, isSharing, failure, now }
        render(
          <PageTranslationContext.Provider value={speech}>
            <SettingsPage view={view} source={settingsSource} keys={keys} hrefs={hrefs} on={on} />
          </PageTranslationContext.Provider>,
          root,
        )
      }
    },
  })
}
