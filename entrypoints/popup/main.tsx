import { render } from 'preact'
import { AlertsForm } from '@/components/AlertsForm'
import { JournalLink } from '@/components/JournalLink'
import { LimitsForm, type LimitsNotice } from '@/components/LimitsForm'
import { TabCheck } from '@/components/TabCheck'
import '@/components/tokens.css'
import { askTab, type TabCheck as TabCheckAnswer } from '@/lib/messages'
import type { AlertSettings, Limits } from '@/lib/rules'
import { browser } from 'wxt/browser'
import { alertsItem, limitsItem } from '@/lib/storage'
import './style.css'

const yes = () => true
const no = () => false

const root = document.getElementById('popup')
if (root !== null) {
  const stored = await limitsItem.load()
  const found: LimitsNotice =
    stored.state === 'damaged' || stored.state === 'newer' ? stored.state : null
  let limits = stored.value
  let notice: LimitsNotice = found
  let alerts: AlertSettings = (await alertsItem.load()).value
  let refused = false
  let tab: TabCheckAnswer | null = null

  const draw = () => {
    render(
      <>
        <TabCheck check={tab} />
        <JournalLink href={browser.runtime.getURL('/journal.html')} />
        <LimitsForm limits={limits} notice={notice} onChange={(changed) => void save(changed)} />
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
  const save = async (changed: Limits) => {
    limits = changed
    draw()
    const kept = found === 'newer' ? false : await limitsItem.overwrite(changed).then(yes, no)
    if (!kept) {
      // Nothing is shown as a limit that does not hold.
      limits = (await limitsItem.read()).value
      notice = found === 'newer' ? found : 'unsaved'
    } else notice = found
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
  tab = await askTab()
  draw()
}
