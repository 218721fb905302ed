import { useRef, useState } from 'preact/hooks'
import { ConfirmDialog } from './journal/ConfirmDialog'
import type { Notice } from './journal/JournalTools'
import { reasonOf } from './journal/journal-source'
import { type PageHrefs, PageLinks } from './PageLinks'
import { usePageTranslation } from './page-translation'

export type ImportOutcome =
  | { state: 'applied'; waits: boolean }
  | { state: 'not-json' | 'not-settings' | 'newer' }
  | { state: 'damaged'; path: string }

/** What the page of settings needs of the world. Each may fail with what the browser says. */
export type SettingsSource = {
  export: () => Promise<void>
  import: (file: File) => Promise<ImportOutcome>
  erase: () => Promise<{ waits: boolean }>
  /** `null`: this browser carries nothing between browsers. */
  setSharing: ((on: boolean) => Promise<void>) | null
}

/** `shortcut` as the browser writes it; empty: none. */
export type KeyOfCommand = {
  command: 'toggle-panel' | 'hide-amounts' | 'self-check'
  shortcut: string
}

type Props = {
  source: SettingsSource
  sharing: boolean
  keys: readonly KeyOfCommand[]
  hrefs: PageHrefs
}

/** Settings as a whole: into a file and back, to other browsers, gone. */
export const SettingsPage = ({ source, sharing, keys, hrefs }: Props) => {
  const { t } = usePageTranslation()
  const [notice, setNotice] = useState<Notice | null>(null)
  const [asked, setAsked] = useState(false)
  const file = useRef<HTMLInputElement>(null)

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
  const attempt = async (
    failed:
      | 'settings.export.failed'
      | 'settings.import.failed'
      | 'settings.erase.failed'
      | 'settings.sync.failed',
    act: () => Promise<Notice | null>,
  ) => {
    setNotice(null)
    try {
      setNotice(await act())
    } catch (fault) {
      setNotice({ text: t(failed, { reason: reasonOf(fault) }), bad: true })
    }
  }

  return (
    <main class="page settings">
      <header class="top">
        <div>
          <h1>{t('settings.title')}</h1>
          <p>{t('settings.intro')}</p>
        </div>
        <PageLinks hrefs={hrefs} />
      </header>
      <p class="notice" data-bad={notice?.bad ?? false} role="status">
        {notice?.text}
      </p>
      <section class="card">
        <h2>{t('settings.file')}</h2>
        <div class="buttons">
          <button
            type="button"
            data-action="export"
            onClick={() =>
              void attempt('settings.export.failed', async () => {
                await source.export()
                return { text: t('settings.export.done'), bad: false }
              })
            }
          >
            {t('settings.export')}
          </button>
          <button type="button" data-action="import" onClick={() => file.current?.click()}>
            {t('settings.import')}
          </button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={t('settings.import')}
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? []
              if (chosen !== undefined) {
                void attempt('settings.import.failed', async () =>
                  describe(await source.import(chosen)),
                )
              }
              // The same file may be chosen again.
              currentTarget.value = ''
            }}
          />
        </div>
      </section>
      <section class="card">
        <h2>{t('settings.sync')}</h2>
        {source.setSharing === null ? (
          <p>{t('settings.sync.unavailable')}</p>
        ) : (
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              data-action="share"
              checked={sharing}
              onChange={({ currentTarget: { checked } }) =>
                void attempt('settings.sync.failed', async () => {
                  await source.setSharing?.(checked)
                  return null
                })
              }
            />
            {t('settings.sync.switch')}
          </label>
        )}
        <p class="note">{t('settings.sync.why')}</p>
      </section>
      <section class="card">
        <h2>{t('settings.keys')}</h2>
        <dl class="keys">
          {keys.map(({ command, shortcut }) => (
            <div key={command} data-command={command}>
              <dt>{t(`command.${command}`)}</dt>
              <dd>{shortcut === '' ? t('settings.keys.none') : <kbd>{shortcut}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <p class="note">{t('settings.keys.why')}</p>
      </section>
      <section class="card">
        <h2>{t('settings.erase')}</h2>
        <p class="note">{t('settings.erase.text')}</p>
        <div class="buttons">
          <button
            type="button"
            class="danger"
            data-action="erase"
            onClick={() => {
              setAsked(true)
            }}
          >
            {t('settings.erase')}
          </button>
        </div>
      </section>
      {asked && (
        <ConfirmDialog
          title={t('settings.erase.title')}
          text={t('settings.erase.text')}
          onConfirm={() => {
            setAsked(false)
            void attempt('settings.erase.failed', async () =>
              held(t('settings.erase.done'), await source.erase()),
            )
          }}
          onCancel={() => {
            setAsked(false)
          }}
        />
      )}
    </main>
  )
}
