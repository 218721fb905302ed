import { useState } from 'preact/hooks'
import type { AlertSettings } from '@/lib/rules/alerts'
import type { Limits } from '@/lib/rules/limits'
import type { Appearance, ShownSettings } from '@/lib/rules/settings'
import { ConfirmDialog } from '../own-page/ConfirmDialog'
import { type PageHrefs, PageLinks } from '../own-page/PageLinks'
import { usePageTranslation } from '../own-page/page-translation'
import { AlertsForm } from './AlertsForm'
import { AppearanceForm } from './AppearanceForm'
import { LimitsForm } from './LimitsForm'
import { searchSettings } from './search-settings'
import { EraseCard, FileCard, KeysCard, SyncCard } from './SettingsCards'
import type { KeyOfCommand, SettingsSource } from './settings-source'
import { useAllSettings } from './use-all-settings'

type SettingsView = ShownSettings & {
  appearance: Appearance
  isSharing: boolean
  /** Why the last choice of its looks could not be stored, in the browser's words. */
  failure: string | null
  now: number
}

type Props = {
  view: SettingsView
  source: SettingsSource
  keys: readonly KeyOfCommand[]
  hrefs: PageHrefs
  on: {
    limits: (limits: Limits) => void
    cancel: () => void
    alerts: (alerts: AlertSettings) => void
    appearance: (part: Partial<Appearance>) => void
  }
}

/** Every setting with its reason, and all of them as a whole: into a file and back, to other browsers, gone. */
export const SettingsPage = ({ view, source, keys, hrefs, on }: Props) => {
  const translation = usePageTranslation()
  const { t } = translation
  const [asked, setAsked] = useState(false)
  const [query, setQuery] = useState('')
  const shown = searchSettings(query, translation)
  const { notice, exportAll, importFrom, erase, share } = useAllSettings(source)
  return (
    <main class="page settings">
      <header class="top">
        <div>
          <h1>{t('settings.title')}</h1>
          <p>{t('settings.intro')}</p>
        </div>
        <PageLinks hrefs={hrefs} />
      </header>
      <input
        type="search"
        class="search"
        data-action="search"
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p class="notice" data-bad={notice?.bad ?? false} role="status">
        {notice?.text ?? (shown.size === 0 ? t('settings.search.none', { query }) : '')}
      </p>
      {view.failure !== null && (
        <p class="notice" data-bad="true" role="alert">
          {t('settings.import.failed', { reason: view.failure })}
        </p>
      )}
      <LimitsForm {...view} shown={shown} onChange={on.limits} onCancel={on.cancel} />
      <AlertsForm
        settings={view.alerts}
        now={view.now}
        refused={view.isRefused}
        shown={shown}
        onChange={on.alerts}
      />
      <AppearanceForm appearance={view.appearance} shown={shown} onChange={on.appearance} />
      {shown.has('file') && (
        <FileCard onExport={() => void exportAll()} onImport={(file) => void importFrom(file)} />
      )}
      {shown.has('sync') && (
        <SyncCard
          isSharing={view.isSharing}
          onShare={source.setSharing === null ? null : (isOn) => void share(isOn)}
        />
      )}
      {shown.has('keys') && <KeysCard keys={keys} />}
      {shown.has('erase') && <EraseCard onErase={() => setAsked(true)} />}
      {asked && (
        <ConfirmDialog
          title={t('settings.erase.title')}
          text={t('settings.erase.text')}
          onConfirm={() => {
            setAsked(false)
            void erase()
          }}
          onCancel={() => setAsked(false)}
        />
      )}
    </main>
  )
}
