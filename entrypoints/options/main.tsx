import { render } from 'preact'
import { browser } from 'wxt/browser'
import { PageTranslationContext } from '@/components/page-translation'
import { SettingsPage } from '@/components/SettingsPage'
import '@/components/tokens.css'
import '@/components/page.css'
import { dressPage } from '@/lib/own-page'
import { sharingItem } from '@/lib/storage'
import { createStore } from '@/lib/store'
import { type State, update } from './loop/update'
import { keysOfCommands, settingsSource } from './settings-source'
import './style.css'

const root = document.getElementById('options')
if (root !== null) {
  const { runtime } = browser
  const hrefs = { journal: runtime.getURL('/journal.html'), help: runtime.getURL('/welcome.html') }
  const keys = await keysOfCommands()
  const pageOf = ({ page, isSharing }: State) =>
    page === null ? null : (
      <PageTranslationContext.Provider value={page.speech}>
        <SettingsPage source={settingsSource} sharing={isSharing} keys={keys} hrefs={hrefs} />
      </PageTranslationContext.Provider>
    )
  const { dispatch } = createStore({
    initial: { page: null, isSharing: (await sharingItem.load()).value.on },
    update,
    runner: () => () => undefined,
    drawer: () => (state: State) => {
      render(pageOf(state), root)
    },
  })
  sharingItem.watch(({ on }) => {
    dispatch({ type: 'sharing', isOn: on })
  })
  await dressPage(
    ({ t }) => `${t('settings.title')} – ${t('name')}`,
    (page) => {
      dispatch({ type: 'page', page })
    },
  )
}
