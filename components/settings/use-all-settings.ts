import { useEffect, useState } from 'preact/hooks'
import type { Appearance } from '@/lib/rules/settings'
import { type Notice, useAttempts } from '../own-page/use-attempts'
import { usePageTranslation } from '../own-page/page-translation'
import type { ImportOutcome, SettingsSource } from './settings-source'

export const useAllSettings = (source: SettingsSource) => {
  const { t } = usePageTranslation()
  const { notice, attempt } = useAttempts((what: 'export' | 'import' | 'erase' | 'sync', reason) =>
    t(`settings.${what}.failed`, { reason }),
  )
  const held = (done: string, { waits }: { waits: boolean }): Notice => ({
    text: waits ? `${done} ${t('settings.looser-wait')}` : done,
    bad: false,
  })
  const describe = (outcome: ImportOutcome): Notice => {
    switch (outcome.state) {
      case 'applied':
        return held(t('settings.import.done'), outcome)
      case 'damaged':
        return { text: t('settings.import.damaged', { path: outcome.path }), bad: true }
      default:
        return { text: t(`settings.import.${outcome.state}`), bad: true }
    }
  }
  const [isSharing, setSharing] = useState(source.sharing?.isOn === true)
  useEffect(() => source.sharing?.watch(setSharing), [source])
  return {
    notice,
    isSharing,
    exportAll: () =>
      attempt('export', async () => {
        await source.export()
        return { text: t('settings.export.done'), bad: false }
      }),
    importFrom: (file: File) => attempt('import', async () => describe(await source.import(file))),
    erase: () => attempt('erase', async () => held(t('settings.erase.done'), await source.erase())),
    share: (isOn: boolean) =>
      attempt('sync', async () => {
        await source.sharing?.set(isOn)
        return null
      }),
    /** Shown as soon as it is stored, which the page hears of as every other page of ours does. */
    look: (part: Partial<Appearance>) =>
      attempt('import', async () => {
        await source.changeAppearance(part)
        return null
      }),
  }
}
