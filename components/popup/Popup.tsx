import type { AlertSettings } from '@/lib/rules/alerts'
import type { Limits } from '@/lib/rules/limits'
import { type ShownSettings, withPreset } from '@/lib/rules/settings'
import { type PageHrefs, PageLinks } from '../own-page/PageLinks'
import { PageTranslationContext, type PageTranslation } from '../own-page/page-translation'
import { SiteAccess } from '../own-page/SiteAccess'
import { LimitsNotices } from '../limits/LimitsNotices'
import { PresetBar } from './PresetBar'
import { QuickAlerts } from './QuickAlerts'
import { QuickLimit, quickLimits } from './QuickLimit'
import { TabGlance, type TabView } from './TabGlance'

type PopupView = ShownSettings & {
  speech: PageTranslation
  tab: TabView | null | undefined
  judged: Parameters<typeof PresetBar>[0]['judged']
  now: number
}

type Props = {
  view: PopupView
  hrefs: PageHrefs
  on: {
    limits: (limits: Limits) => void
    cancel: () => void
    alerts: (alerts: AlertSettings) => void
    allowSite: () => void
  }
}

/** What is so in the tab, and the few settings that matter; all others are on a page of their own. */
export const Popup = ({ view, hrefs, on }: Props) => {
  const { speech, site, tab, limits, waiting, notice, revision, alerts, isRefused, now } = view
  const { t } = speech
  return (
    <PageTranslationContext.Provider value={speech}>
      <h1 class="spoken">{t('name')}</h1>
      {site !== null && <SiteAccess state={site} onAllow={on.allowSite} />}
      <TabGlance tab={tab} />
      <PresetBar
        limits={limits}
        judged={view.judged}
        onPick={(name) => on.limits(withPreset(limits, name))}
      />
      <LimitsNotices limits={limits} waiting={waiting} notice={notice} onCancel={on.cancel} />
      <form
        class="limits"
        aria-label={t('limits.title')}
        onSubmit={(event) => event.preventDefault()}
      >
        {quickLimits.map((limit) => (
          <QuickLimit
            key={`${limit} ${String(revision)}`}
            limit={limit}
            limits={limits}
            onChange={on.limits}
          />
        ))}
        <QuickAlerts alerts={alerts} now={now} isRefused={isRefused} onChange={on.alerts} />
      </form>
      <PageLinks hrefs={hrefs} settings="popup.settings" />
    </PageTranslationContext.Provider>
  )
}
