import { render } from 'preact'
import { PageTranslationContext } from '@/components/own-page/page-translation'
import { SiteAccess } from '@/components/own-page/SiteAccess'
import { WelcomePage } from '@/components/welcome/WelcomePage'
import '@/components/tokens.css'
import '@/components/own-page/controls.css'
import '@/components/own-page/fields.css'
import '@/components/own-page/page.css'
import '@/components/welcome/welcome.css'
import { dressPage, siteAccess } from '@/lib/own-page'
import { limitsItem } from '@/lib/storage'
import { createStore, type Dispatch, saying } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { ExampleSection } from './ExampleSection'
import { type Happening, type State, update } from './loop/update'

const pageOf = (
  { page, limits, revision, isUnsaved, site }: State,
  dispatch: Dispatch<Happening>,
) => {
  const on = saying(dispatch)
  return page === null ? null : (
    <PageTranslationContext.Provider value={page.speech}>
      <WelcomePage
        limits={limits}
        revision={revision}
        unsaved={isUnsaved}
        onLimits={on((wanted) => ({ type: 'limits-wanted', limits: wanted }))}
        example={
          <ExampleSection limits={limits} theme={page.theme} palette={page.appearance.palette} />
        }
      >
        {site !== null && <SiteAccess state={site} onAllow={on(() => ({ type: 'site-wanted' }))} />}
      </WelcomePage>
    </PageTranslationContext.Provider>
  )
}

const root = document.getElementById('welcome')
if (root !== null) {
  const { dispatch } = createStore({
    initial: {
      page: null,
      limits: (await limitsItem.load()).value,
      revision: 0,
      isUnsaved: false,
      site: (await siteAccess.isGiven()) ? null : ('missing' as const),
    },
    update,
    runner: effectRunner,
    drawer: (dispatch) => (state: State) => render(pageOf(state, dispatch), root),
  })
  limitsItem.watch(saying(dispatch)((limits) => ({ type: 'limits', limits })))
  await dressPage(
    ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    saying(dispatch)((page) => ({ type: 'page', page })),
  )
}
