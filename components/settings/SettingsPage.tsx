import { useState } from 'preact/hooks'
import type { Appearance, SettingsHandlers, ShownSettings } from '@/lib/rules/settings'
import { ConfirmDialog } from '../own-page/ConfirmDialog'
import { type PageHrefs, PageLinks } from '../own-page/PageLinks'
import { usePageTranslation } from '../own-page/page-translation'
import { AlertsForm } from './AlertsForm'
import { AppearanceForm } from './AppearanceForm'
import { LimitsForm } from './LimitsForm'
import { searchSettings } from './search-settings'
import { EraseCard, FileCard, KeysCard, SyncCard } from './SettingsCards'
import type { SettingsSource } from './settings-source'
import { useAllSettings } from './use-all-settings'

type Props = {
  view: ShownSettings & { appearance: Appearance; now: number }
  source: SettingsSource
  hrefs: PageHrefs
  on: SettingsHandlers
}

/** Every setting with its reason, and all of them as a whole: into a file and back, to other browsers, gone. */
export const SettingsPage = ({ view, source, hrefs, on }: Props) => {
  const translation = usePageTranslation()
  const { t } = translation
  const [asked, setAsked] = useState(false)
  const [query, setQuery] = useState('')
  const shown = searchSettings(query, translation)
  const { notice, isSharing, look, exportAll, importFrom, erase, share } = useAllSettings(source)
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
      <LimitsForm {...view} shown={shown} onChange={on.limits} onCancel={on.cancel} />
      <AlertsForm
        settings={view.alerts}
        now={view.now}
        refused={view.isRefused}
        shown={shown}
        onChange={on.alerts}
      />
      <AppearanceForm
        appearance={view.appearance}
        shown={shown}
        onChange={(part) => void look(part)}
      />
      {shown.has('file') && (
        <FileCard onExport={() => void exportAll()} onImport={(file) => void importFrom(file)} />
      )}
      {shown.has('sync') && (
        <SyncCard
          isSharing={isSharing}
          onShare={source.sharing === null ? null : (isOn) => void share(isOn)}
        />
      )}
      {shown.has('keys') && <KeysCard keys={source.keys} />}
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
