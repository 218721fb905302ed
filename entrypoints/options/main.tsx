import { render } from 'preact'
import { browser } from 'wxt/browser'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { SettingsPage } from '@/components/settings/SettingsPage'
import '@/components/settings/settings.css'
import { dressPage, readSettings, settingsHandlers, watchSettings } from '@/lib/own-page'
import { shownSettings } from '@/lib/rules/settings'
import { sharingItem } from '@/lib/storage/settings'
import { createStore, saying } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { type State, update } from './loop/update'
import { keysOfCommands, settingsSource } from './settings-source'

const root = document.getElementById('options')
if (root !== null) {
  const { runtime } = browser
  const hrefs = { journal: runtime.getURL('/journal.html'), help: runtime.getURL('/welcome.html') }
  const [keys, settings, sharing] = await Promise.all([
    keysOfCommands(),
    readSettings(),
    sharingItem.load(),
  ])
  const initial: State = { page: null, settings, isSharing: sharing.value.on, failure: null }
  const { dispatch } = createStore({
    initial,
    update,
    runner: effectRunner,
    drawer: (dispatch) => {
      const on: Parameters<typeof SettingsPage>[0]['on'] = {
        ...settingsHandlers(dispatch),
        appearance: saying(dispatch)((change) => ({ type: 'appearance-wanted', change })),
      }
      return ({ page, settings, isSharing, failure }: State) => {
        if (page === null) return
        const { appearance, speech } = page
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
  watchSettings(dispatch)
  sharingItem.watch(saying(dispatch)(({ on }) => ({ type: 'sharing', isOn: on })))
  dispatch({ type: 'opened' })
  await dressPage(
    ({ t }) => `${t('settings.title')} – ${t('name')}`,
    saying(dispatch)((page) => ({ type: 'page', page })),
  )
}
