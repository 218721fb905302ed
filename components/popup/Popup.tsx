import type { AlertSettings } from '@/lib/rules/alerts'
import type { Limits } from '@/lib/rules/limits'
import { type ShownSettings, withPreset } from '@/lib/rules/settings'
import { type PageHrefs, PageLinks } from '../own-page/PageLinks'
import { PageTranslationContext, type PageTranslation } from '../own-page/page-translation'
import { SiteAccess, type SiteAccessState } from '../own-page/SiteAccess'
import { WaitingNotice } from '../limits/WaitingNotice'
import { PresetBar, type Verdicts } from './PresetBar'
import { QuickAlerts } from './QuickAlerts'
import { QuickLimit, quickLimits } from './QuickLimit'
import { TabGlance, type TabView } from './TabGlance'

export type { Verdict } from './PresetBar'

export type PopupView = ShownSettings & {
  speech: PageTranslation
  site: SiteAccessState | null
  tab: TabView | null | undefined
  verdicts: Verdicts
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
        verdicts={view.verdicts}
        onPick={(name) => on.limits(withPreset(limits, name))}
      />
      {notice !== null && (
        <p class="notice" role="alert">
          {t(`limits.${notice}`)}
        </p>
      )}
      {waiting.length > 0 && (
        <WaitingNotice limits={limits} waiting={waiting} onCancel={on.cancel} />
      )}
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
