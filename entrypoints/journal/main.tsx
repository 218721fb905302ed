import { render } from 'preact'
import 'uplot/dist/uPlot.min.css'
import { JournalPage } from '@/components/journal/JournalPage'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import '@/components/journal/journal.css'
import '@/components/journal/totals.css'
import '@/components/journal/episodes.css'
import '@/components/journal/detail.css'
import { dressPage } from '@/lib/own-page'
import { journalSource } from './journal-source'

const root = document.getElementById('journal')
if (root !== null) {
  const source = journalSource()
  await dressPage(
    ({ t }) => `${t('journal.title')} – ${t('name')}`,
    ({ theme, speech }) =>
      render(
        <PageTranslationContext.Provider value={speech}>
          <JournalPage source={source} theme={theme} />
        </PageTranslationContext.Provider>,
        root,
      ),
  )
}
