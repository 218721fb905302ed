import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Notice, reasonOf } from '../own-page/notice'
import { usePageTranslation } from '../own-page/page-translation'
import { CsvColumns } from './CsvColumns'
import { type Asked, EraseDialog } from './EraseDialog'
import { JournalBrowser } from './JournalBrowser'
import { JournalTools } from './JournalTools'
import type { JournalSource, LoadedJournal } from './journal-source'

type Props = { source: JournalSource; theme: string }

/** The whole page: a function of what the source says, and of what was chosen and asked. */
export const JournalPage = ({ source, theme }: Props) => {
  const { t } = usePageTranslation()
  const [loaded, setLoaded] = useState<LoadedJournal | null>(null)
  const [version, setVersion] = useState(0)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)

  const reload = useCallback(() => {
    void source.load().then((found) => {
      setLoaded(found)
      setVersion((before) => before + 1)
    })
  }, [source])

  useEffect(() => {
    reload()
    return source.watch(reload)
  }, [source, reload])

  const erase = async (which: Parameters<JournalSource['erase']>[0]) => {
    setAsked(null)
    setBusy(true)
    try {
      await source.erase(which)
      setNotice({ text: t('journal.erase.done'), bad: false })
    } catch (fault) {
      setNotice({ text: t('journal.erase.failed', { reason: reasonOf(fault) }), bad: true })
    }
    setBusy(false)
    reload()
  }

  const episodes = loaded?.state === 'ready' ? loaded.episodes : []
  const damaged = loaded?.state === 'ready' ? loaded.damaged : 0
  const open = episodes.filter(({ outcome }) => outcome === 'open').length
  return (
    <main class="journal" data-state={loaded?.state ?? 'loading'} aria-busy={busy}>
      <header class="top">
        <div>
          <h1>{t('journal.title')}</h1>
          <p>{t('journal.intro')}</p>
        </div>
        <JournalTools
          source={source}
          busy={busy || loaded === null}
          filled={episodes.length > 0 || damaged > 0}
          onNotice={(next, stillBusy) => {
            setNotice(next)
            setBusy(stillBusy)
          }}
          onImported={reload}
          onEraseAll={() => setAsked({ closed: episodes.length - open + damaged, open })}
        />
      </header>
      <p class="notice" data-bad={notice?.bad ?? false} role="status">
        {notice?.text}
      </p>
      {damaged > 0 && (
        <p class="notice" data-bad="true" data-notice="damaged">
          {t('journal.damaged', { count: damaged })}
        </p>
      )}
      {loaded === null && <p class="note">{t('journal.loading')}</p>}
      {loaded?.state === 'newer' && (
        <p class="notice" data-bad="true" role="alert">
          {t('journal.newer')}
        </p>
      )}
      {loaded?.state === 'unreadable' && (
        <p class="notice" data-bad="true" role="alert">
          {t('journal.unreadable', { reason: loaded.reason })}
        </p>
      )}
      {loaded?.state === 'ready' && episodes.length === 0 && (
        <section class="empty">
          <h2>{t('journal.empty')}</h2>
          <p>{t('journal.empty.detail')}</p>
        </section>
      )}
      {episodes.length > 0 && (
        <JournalBrowser
          episodes={episodes}
          source={source}
          version={version}
          theme={theme}
          onErase={(one) => setAsked({ one })}
        />
      )}
      {episodes.length > 0 && <CsvColumns />}
      {asked !== null && (
        <EraseDialog
          asked={asked}
          onErase={(which) => void erase(which)}
          onCancel={() => setAsked(null)}
        />
      )}
    </main>
  )
}
