import { render } from 'preact'
import { AlertsForm } from '@/components/AlertsForm'
import { AppearanceForm } from '@/components/AppearanceForm'
import { LimitsForm, type LimitsNotice } from '@/components/LimitsForm'
import { PageLinks } from '@/components/PageLinks'
import { PageTranslationContext } from '@/components/page-translation'
import { PresetPicker, type PresetVerdicts } from '@/components/PresetPicker'
import { SiteAccess, type SiteAccessState } from '@/components/SiteAccess'
import { TabCheck } from '@/components/TabCheck'
import '@/components/tokens.css'
import { askJudgement, askTab, type Judged, type TabCheck as TabCheckAnswer } from '@/lib/messages'
import { dressPage, type PageDress, siteAccess } from '@/lib/own-page'
import {
  type AlertSettings,
  changeLimits,
  type Limits,
  limitsAt,
  presetNames,
  stillWaiting,
  type WaitingLimits,
  withPreset,
} from '@/lib/rules'
import { browser } from 'wxt/browser'
import { alertsItem, appearanceItem, isFlat, limitsItem, waitingLimitsItem } from '@/lib/storage'

import './style.css'

const yes = () => true
const no = () => false

const verdictsOf = (judged: Judged | null): PresetVerdicts => {
  if (judged === null) return null
  const [stricter = [], advice = [], looser = []] = judged
  return { stricter, advice, looser }
}

const root = document.getElementById('popup')
if (root !== null) {
  const stored = await limitsItem.load()
  const found: LimitsNotice =
    stored.state === 'damaged' || stored.state === 'newer' ? stored.state : null
  const now = Date.now()
  let { waiting } = (await waitingLimitsItem.read()).value
  let limits = limitsAt(stored.value, waiting, now)
  const flat = await isFlat()
  let revision = 0
  let notice: LimitsNotice = found
  let alerts: AlertSettings = (await alertsItem.load()).value
  let refused = false
  let tab: TabCheckAnswer | null = null
  let verdicts: PresetVerdicts = null
  let dress: PageDress | null = null
  let site: SiteAccessState | null = (await siteAccess.isGiven()) ? null : 'missing'

  const { runtime } = browser
  const hrefs = {
    journal: runtime.getURL('/journal.html'),
    settings: runtime.getURL('/options.html'),
    help: runtime.getURL('/welcome.html'),
  }
  const draw = () => {
    if (dress === null) return
    const { appearance, speech } = dress
    render(
      <PageTranslationContext.Provider value={speech}>
        {site !== null && <SiteAccess state={site} onAllow={() => void allowSite()} />}
        <TabCheck check={tab} />
        <PageLinks hrefs={hrefs} />
        <PresetPicker
          limits={limits}
          verdicts={verdicts}
          onPick={(name) => {
            revision += 1
            void save(withPreset(limits, name))
          }}
        />
        <LimitsForm
          limits={limits}
          notice={notice}
          waiting={waiting}
          revision={revision}
          onChange={(changed) => void save(changed)}
          onCancel={() => void keep({ limits, waiting: [] })}
        />
        <AlertsForm
          settings={alerts}
          now={Date.now()}
          refused={refused}
          onChange={(changed) => void saveAlerts(changed)}
        />
        <AppearanceForm
          appearance={appearance}
          onChange={(part) => {
            const chosen = { ...appearance, ...part }
            choose(chosen)
            void appearanceItem.overwrite(chosen).catch(no)
          }}
        />
      </PageTranslationContext.Provider>,
      root,
    )
  }
  const save = (wanted: Limits) => {
    const held = changeLimits({ current: limits, waiting, wanted, flat, now: Date.now() })
    if (held.limits !== wanted) revision += 1
    return keep(held)
  }
  /** Both writes go out at once: a popup may close with the click. */
  const keep = async (held: { limits: Limits; waiting: WaitingLimits }) => {
    const waits = held.waiting.length > 0 || waiting.length > 0
    limits = held.limits
    waiting = held.waiting
    draw()
    const writes = () => [
      limitsItem.overwrite(held.limits),
      ...(waits ? [waitingLimitsItem.overwrite({ waiting: held.waiting })] : []),
    ]
    const kept = found === 'newer' ? false : await Promise.all(writes()).then(yes, no)
    if (!kept) {
      // Nothing is shown as a limit that does not hold.
      limits = (await limitsItem.read()).value
      notice = found === 'newer' ? found : 'unsaved'
    } else notice = found
    draw()
  }

  const allowSite = async () => {
    if (await siteAccess.ask()) site = 'given'
    draw()
  }

  const saveAlerts = async (changed: AlertSettings) => {
    // Asked within the click: a browser does not take the question later.
    const asks = changed.notifications && !alerts.notifications
    refused =
      asks && !(await browser.permissions.request({ permissions: ['notifications'] }).catch(no))
    alerts = refused ? { ...changed, notifications: false } : changed
    draw()
    await alertsItem.overwrite(alerts)
  }

  limitsItem.watch((changed) => {
    limits = changed
    draw()
  })
  const { choose } = await dressPage(
    ({ t }) => t('name'),
    (changed) => {
      dress = changed
      draw()
    },
  )
  // Their hour has come: from now on they are the limits.
  const still = stillWaiting(waiting, now)
  if (still.length < waiting.length) await keep({ limits, waiting: still })
  tab = await askTab()
  draw()
  const judged = await askJudgement(presetNames.map((name) => withPreset(limits, name)))
  verdicts = verdictsOf(judged)
  draw()
}
