import { render } from 'preact'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { WelcomePage } from '@/components/welcome/WelcomePage'
import '@/components/welcome/welcome.css'
import { settingsEffects, settingsHandlers, startOwnPage, updateOwnPage } from '@/lib/own-page'
import { shownSettings } from '@/lib/rules/settings'
import { ExampleSection } from './ExampleSection'

const root = document.getElementById('welcome')
if (root !== null) {
  await startOwnPage({
    title: ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    initial: {},
    update: updateOwnPage,
    runner: settingsEffects,
    drawer: (dispatch) => {
      const on = settingsHandlers(dispatch)
      return ({ settings }, { speech, theme, appearance: { palette } }) => {
        const { limits } = settings
        render(
          <PageTranslationContext.Provider value={speech}>
            <WelcomePage
              settings={shownSettings(settings)}
              on={on}
              example={<ExampleSection limits={limits} theme={theme} palette={palette} />}
            />
          </PageTranslationContext.Provider>,
          root,
        )
      }
    },
  })
}
