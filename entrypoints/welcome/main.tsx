import { render } from 'preact'
import { PageTranslationContext } from '@/components/page-translation'
import { SiteAccess } from '@/components/SiteAccess'
import { WelcomePage } from '@/components/WelcomePage'
import '@/components/tokens.css'
import '@/components/controls.css'
import '@/components/fields.css'
import '@/components/page.css'
import { dressPage, siteAccess } from '@/lib/own-page'
import { limitsItem } from '@/lib/storage'
import { createStore, type Dispatch } from '@/lib/store'
import { effectRunner } from './effect-runner'
import { ExampleSection } from './ExampleSection'
import { type Happening, type State, update } from './loop/update'
import './style.css'

const pageOf = (
  { page, limits, revision, isUnsaved, site }: State,
  dispatch: Dispatch<Happening>,
) =>
  page === null ? null : (
    <PageTranslationContext.Provider value={page.speech}>
      <WelcomePage
        limits={limits}
        revision={revision}
        unsaved={isUnsaved}
        onLimits={(wanted) => {
          dispatch({ type: 'limits-wanted', limits: wanted })
        }}
        example={
          <ExampleSection limits={limits} theme={page.theme} palette={page.appearance.palette} />
        }
      >
        {site !== null && (
          <SiteAccess
            state={site}
            onAllow={() => {
              dispatch({ type: 'site-wanted' })
            }}
          />
        )}
      </WelcomePage>
    </PageTranslationContext.Provider>
  )

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
    drawer: (dispatch) => (state: State) => {
      render(pageOf(state, dispatch), root)
    },
  })
  limitsItem.watch((limits) => {
    dispatch({ type: 'limits', limits })
  })
  await dressPage(
    ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    (page) => {
      dispatch({ type: 'page', page })
    },
  )
}
