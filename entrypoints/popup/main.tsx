import { render } from 'preact'
import { AlertsForm } from '@/components/AlertsForm'
import { JournalLink } from '@/components/JournalLink'
import { LimitsForm, type LimitsNotice } from '@/components/LimitsForm'
import { SiteAccess, type SiteAccessState } from '@/components/SiteAccess'
import { TabCheck } from '@/components/TabCheck'
import '@/components/tokens.css'
import { askTab, type TabCheck as TabCheckAnswer } from '@/lib/messages'
import {
  type AlertSettings,
  changeLimits,
  type Limits,
  limitsAt,
  type WaitingLimits,
} from '@/lib/rules'
import { browser } from 'wxt/browser'
import { alertsItem, ledgerItem, limitsItem, waitingLimitsItem } from '@/lib/storage'
import { siteAccess } from './site-access'
import './style.css'

const yes = () => true
const no = () => false

const root = document.getElementById('popup')
if (root !== null) {
  const stored = await limitsItem.load()
  const found: LimitsNotice =
    stored.state === 'damaged' || stored.state === 'newer' ? stored.state : null
  const now = Date.now()
  let { waiting } = (await waitingLimitsItem.read()).value
  let limits = limitsAt(stored.value, waiting, now)
  const flat = Object.keys((await ledgerItem.read()).value.open).length === 0
  let revision = 0
  let notice: LimitsNotice = found
  let alerts: AlertSettings = (await alertsItem.load()).value
  let refused = false
  let tab: TabCheckAnswer | null = null
  let site: SiteAccessState | null = (await siteAccess.isGiven()) ? null : 'missing'

  const draw = () => {
    render(
      <>
        {site !== null && <SiteAccess state={site} onAllow={() => void allowSite()} />}
        <TabCheck check={tab} />
        <JournalLink href={browser.runtime.getURL('/journal.html')} />
        <LimitsForm
          limits={limits}
          notice={notice}
          waiting={waiting}
          revision={revision}
          onChange={(changed) => void save(changed)}
          onCancel={() => void keep({ limits, waiting: null })}
        />
        <AlertsForm
          settings={alerts}
          now={Date.now()}
          refused={refused}
          onChange={(changed) => void saveAlerts(changed)}
        />
      </>,
      root,
    )
  }
  const save = (wanted: Limits) => {
    const held = changeLimits({ current: limits, waiting, wanted, flat, now: Date.now() })
    if (held.limits !== wanted) revision += 1
    return keep(held)
  }
  /** Both writes go out at once: a popup may close with the click. */
  const keep = async (held: { limits: Limits; waiting: WaitingLimits | null }) => {
    const waits = held.waiting !== null || waiting !== null
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
  draw()
  // Their hour has come: from now on they are the limits.
  if (waiting !== null && now >= waiting.due) await keep({ limits, waiting: null })
  tab = await askTab()
  draw()
}
