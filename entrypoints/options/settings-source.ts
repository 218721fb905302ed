import type {
  ImportOutcome,
  KeyOfCommand,
  SettingsSource,
} from '@/components/settings/settings-source'
import { commands } from '@/lib/commands'
import { sendMessage } from '@/lib/messages'
import { saveFile } from '@/lib/own-page'
import {
  applySettings,
  eraseSettings,
  readSettingsFile,
  settingsFile,
  sharingItem,
} from '@/lib/storage/settings'
import { browser } from 'wxt/browser'

const importFile = async (file: File): Promise<ImportOutcome> => {
  const reading = readSettingsFile(await file.text())
  if (reading.state !== 'read') return reading
  const mayNotify = await browser.permissions.contains({ permissions: ['notifications'] })
  const held = await applySettings(reading.settings, { now: Date.now(), mayNotify })
  return { state: 'applied', ...held }
}

const exportFile = async (): Promise<void> => {
  const now = Date.now()
  const text = await settingsFile(now)
  saveFile('settings', 'json', now, new Blob([text], { type: 'application/json' }))
}

/** In our own order: a browser lists them in its own. Firefox for Android has no keys. */
const keysOfCommands = async (): Promise<KeyOfCommand[]> => {
  const listed = browser.commands as typeof browser.commands | undefined
  const all = (await listed?.getAll()) ?? []
  return commands.flatMap((command) => {
    const found = all.find(({ name }) => name === command)
    return found === undefined ? [] : [{ command, shortcut: found.shortcut ?? '' }]
  })
}

const sharing = async (): Promise<SettingsSource['sharing']> => {
  if ((browser.storage.sync as unknown) === undefined) return null
  return {
    isOn: (await sharingItem.load()).value.on,
    watch: (onChange) => sharingItem.watch(({ on }) => onChange(on)),
    set: (on) => sharingItem.write({ on, there: null, here: null }),
  }
}

/** Everything that the page of settings does to the world, and asks it as it opens. */
export const settingsSource = async (): Promise<SettingsSource> => {
  const [shared, keys] = await Promise.all([sharing(), keysOfCommands()])
  return {
    export: exportFile,
    import: importFile,
    erase: () => eraseSettings(Date.now()),
    // The background changes it: the panel changes other parts of it.
    changeAppearance: async (change) => {
      await sendMessage({ type: 'appearance', change })
    },
    sharing: shared,
    keys,
  }
}
