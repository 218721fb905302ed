import { useEffect, useState } from 'preact/hooks'
import type { Limits } from '@/lib/rules/limits'
import { type SettingsHandlers, type ShownSettings, withPreset } from '@/lib/rules/settings'
import { type PageHrefs, PageLinks } from '../own-page/PageLinks'
import { PageTranslationContext, type PageTranslation } from '../own-page/page-translation'
import { SiteAccess } from '../own-page/SiteAccess'
import { LimitsNotices } from '../limits/LimitsNotices'
import { PresetBar } from './PresetBar'
import { QuickAlerts } from './QuickAlerts'
import { QuickLimit, quickLimits } from './QuickLimit'
import { TabGlance, type TabView } from './TabGlance'

type Judged = Parameters<typeof PresetBar>[0]['judged']

/** Of the tab in front; `null`: nobody of ours is there. */
type Ask = {
  tab: () => Promise<TabView | null>
  /** What the presets and these limits would say of what is open. */
  judgement: (limits: Limits) => Promise<Judged>
}

type Props = {
  view: ShownSettings & { speech: PageTranslation; now: number }
  ask: Ask
  hrefs: PageHrefs
  on: SettingsHandlers
}

/** A popup may stand open for as long as it is looked at: its figures are never older. Chosen. */
const AGAIN_MS = 2_000

/** What is so in the tab, and the few settings that matter; all others are on a page of their own. */
export const Popup = ({ view, ask, hrefs, on }: Props) => {
  const { speech, isSiteMissing, limits, waiting, notice, alerts, isRefused, now } = view
  const { t } = speech
  const [tab, setTab] = useState<TabView | null>()
  const [judged, setJudged] = useState<Judged>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setRound((before) => before + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    void ask.tab().then(setTab)
  }, [ask, round])
  useEffect(() => {
    let isWanted = true
    void ask.judgement(limits).then((found) => {
      // Of limits that have changed meanwhile: the next answer is under way.
      if (isWanted) setJudged(found)
    })
    return () => {
      isWanted = false
    }
  }, [ask, limits, round])
  return (
    <PageTranslationContext.Provider value={speech}>
      <h1 class="spoken">{t('name')}</h1>
      {isSiteMissing && <SiteAccess onAllow={on.allowSite} />}
      <TabGlance tab={tab} />
      <PresetBar
        limits={limits}
        judged={judged}
        onPick={(name) => on.limits(withPreset(limits, name))}
      />
      <LimitsNotices limits={limits} waiting={waiting} notice={notice} onCancel={on.cancel} />
      <form
        class="limits"
        aria-label={t('limits.title')}
        onSubmit={(event) => event.preventDefault()}
      >
        {quickLimits.map((limit) => (
          <QuickLimit key={limit} limit={limit} limits={limits} onChange={on.limits} />
        ))}
        <QuickAlerts alerts={alerts} now={now} isRefused={isRefused} onChange={on.alerts} />
      </form>
      <PageLinks hrefs={hrefs} settings="popup.settings" />
    </PageTranslationContext.Provider>
  )
}
