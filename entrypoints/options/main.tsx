import { render } from 'preact'
import { browser } from 'wxt/browser'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { SettingsPage } from '@/components/settings/SettingsPage'
import '@/components/settings/settings.css'
import { startOwnPage } from '@/lib/own-page'
import { settingsSource } from './settings-source'

const root = document.getElementById('options')
if (root !== null) {
  const { runtime } = browser
  const hrefs = { journal: runtime.getURL('/journal.html'), help: runtime.getURL('/welcome.html') }
  const source = await settingsSource()
  await startOwnPage(
    ({ t }) => `${t('settings.title')} – ${t('name')}`,
    (settings, { appearance, speech }, on) => {
      const view = { ...settings, appearance, now: Date.now() }
      render(
        <PageTranslationContext.Provider value={speech}>
          <SettingsPage view={view} source={source} hrefs={hrefs} on={on} />
        </PageTranslationContext.Provider>,
        root,
      )
    },
  )
}
