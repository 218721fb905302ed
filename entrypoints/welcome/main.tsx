import { render } from 'preact'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { WelcomePage } from '@/components/welcome/WelcomePage'
import '@/components/welcome/welcome.css'
import { startOwnPage } from '@/lib/own-page'
import { ExampleSection } from './ExampleSection'

const root = document.getElementById('welcome')
if (root !== null) {
  await startOwnPage(
    ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    (settings, { speech, theme, appearance: { palette } }, on) =>
      render(
        <PageTranslationContext.Provider value={speech}>
          <WelcomePage
            settings={settings}
            on={on}
            example={<ExampleSection limits={settings.limits} theme={theme} palette={palette} />}
          />
        </PageTranslationContext.Provider>,
        root,
      ),
  )
}
