import { render } from 'preact'
import { PageTranslationContext } from '@/components/page-translation'
import { SiteAccess, type SiteAccessState } from '@/components/SiteAccess'
import { WelcomePage } from '@/components/WelcomePage'
import '@/components/tokens.css'
import '@/components/page.css'
import { dressPage, type PageDress, siteAccess } from '@/lib/own-page'
import type { Limits } from '@/lib/rules'
import { limitsItem, setLimits } from '@/lib/storage'
import { ExampleSection } from './ExampleSection'
import './style.css'

const root = document.getElementById('welcome')
if (root !== null) {
  let limits: Limits = (await limitsItem.load()).value
  let revision = 0
  let unsaved = false
  let site: SiteAccessState | null = (await siteAccess.isGiven()) ? null : 'missing'
  let dress: PageDress | null = null

  const draw = () => {
    if (dress === null) return
    const { speech, theme, appearance } = dress
    render(
      <PageTranslationContext.Provider value={speech}>
        <WelcomePage
          limits={limits}
          revision={revision}
          unsaved={unsaved}
          onLimits={(wanted) => void save(wanted)}
          example={<ExampleSection limits={limits} theme={theme} palette={appearance.palette} />}
        >
          {site !== null && <SiteAccess state={site} onAllow={() => void allowSite()} />}
        </WelcomePage>
      </PageTranslationContext.Provider>,
      root,
    )
  }
  const save = async (wanted: Limits) => {
    const held = await setLimits(wanted, Date.now()).catch(() => null)
    unsaved = held === null
    limits = (await limitsItem.read()).value
    // What has to wait is not shown as if it held.
    if (held?.waits !== false) revision += 1
    draw()
  }
  const allowSite = async () => {
    if (await siteAccess.ask()) site = 'given'
    draw()
  }
  limitsItem.watch((changed) => {
    limits = changed
    draw()
  })
  await dressPage(
    ({ t }) => `${t('name')}: ${t('welcome.title')}`,
    (changed) => {
      dress = changed
      draw()
    },
  )
}
