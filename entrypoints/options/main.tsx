import { render } from 'preact'
import { browser } from 'wxt/browser'
import { PageTranslationContext } from '@/components/page-translation'
import {
  type ImportOutcome,
  type KeyOfCommand,
  SettingsPage,
  type SettingsSource,
} from '@/components/SettingsPage'
import '@/components/tokens.css'
import '@/components/page.css'
import { isCommand } from '@/lib/commands'
import { dressPage, type PageDress, saveFile } from '@/lib/own-page'
import {
  applySettings,
  eraseSettings,
  readSettingsFile,
  settingsFile,
  sharingItem,
} from '@/lib/storage'
import './style.css'

const importFile = async (file: File): Promise<ImportOutcome> => {
  const reading = readSettingsFile(await file.text())
  if (reading.state !== 'read') return reading
  const mayNotify = await browser.permissions.contains({ permissions: ['notifications'] })
  const held = await applySettings(reading.settings, { now: Date.now(), mayNotify })
  return { state: 'applied', ...held }
}

const source: SettingsSource = {
  export: async () => {
    const now = Date.now()
    const text = await settingsFile(now)
    const day = new Date(now).toISOString().slice(0, 10)
    const content = new Blob([text], { type: 'application/json' })
    saveFile(`margin-brake-settings-${day}.json`, content)
  },
  import: importFile,
  erase: () => eraseSettings(Date.now()),
  setSharing:
    (browser.storage.sync as unknown) === undefined
      ? null
      : (on) => sharingItem.write({ on, there: null, here: null }),
}

/** Firefox for Android has no keys. */
const keysOf = async (): Promise<KeyOfCommand[]> => {
  const commands = browser.commands as typeof browser.commands | undefined
  const all = (await commands?.getAll()) ?? []
  return all.flatMap(({ name, shortcut }) =>
    name !== undefined && isCommand(name) ? [{ command: name, shortcut: shortcut ?? '' }] : [],
  )
}

const root = document.getElementById('options')
if (root !== null) {
  const { runtime } = browser
  const hrefs = { journal: runtime.getURL('/journal.html'), help: runtime.getURL('/welcome.html') }
  let sharing = (await sharingItem.load()).value.on
  const keys = await keysOf()
  let dress: PageDress | null = null
  const draw = () => {
    if (dress === null) return
    render(
      <PageTranslationContext.Provider value={dress.speech}>
        <SettingsPage source={source} sharing={sharing} keys={keys} hrefs={hrefs} />
      </PageTranslationContext.Provider>,
      root,
    )
  }
  sharingItem.watch(({ on }) => {
    sharing = on
    draw()
  })
  await dressPage(
    ({ t }) => `${t('settings.title')} – ${t('name')}`,
    (changed) => {
      dress = changed
      draw()
    },
  )
}
