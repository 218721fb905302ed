import { render } from 'preact'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { WelcomePage } from '@/components/welcome/WelcomePage'
import '@/components/welcome/welcome.css'
import {
  dressPage,
  readSettings,
  settingsEffects,
  settingsHandlers,
  watchSettings,
} from '@/lib/own-page'
import { type SettingsEffect, shownSettings } from '@/lib/rules/settings'
import { createStore, saying } from '@/lib/store'
import { ExampleSection } from './ExampleSection'
import { type Happening, type State, update } from './loop/update'

const root = document.getElementById('welcome')
if (root !== null) {
  const { dispatch } = createStore<State, Happening, SettingsEffect>({
    initial: { page: null, settings: await readSettings() },
    update,
    runner: settingsEffects,
    drawer: (dispatch) => {
      const on = settingsHandlers(dispatch)
      return ({ page, settings }) => {
        if (page === null) return
        const { speech, theme, appearance } = page
        const { limits } = settings
        render(
          <PageTranslationContext.Provider value={speech}>
            <WelcomePage
              settings={shownSettings(settings)}
              on={on}
              example={
                <ExampleSection limits={limits} theme={theme} palette={appearance.palette} />
              }
            />
          </PageTranslationContext.Provider>,
          root,
        )
      }
    },
  })
  watchSettings(dispatch)
  dispatch({ type: 'opened' })
  await dressPage(
    ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    saying(dispatch)((page) => ({ type: 'page', page })),
  )
}
