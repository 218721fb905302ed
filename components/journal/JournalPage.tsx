import { useCallback, useEffect, useState } from 'preact/hooks'
import { usePageTranslation } from '../own-page/page-translation'
import { useAttempts } from '../own-page/use-attempts'
import { CsvColumns } from './CsvColumns'
import { describeImport } from './describe-import'
import { type Asked, EraseDialog } from './EraseDialog'
import { JournalBrowser } from './JournalBrowser'
import { JournalTools } from './JournalTools'
import type { JournalSource, LoadedJournal } from './journal-source'

type Props = { source: JournalSource; theme: string }

export const JournalPage = ({ source, theme }: Props) => {
  const translation = usePageTranslation()
  const { t } = translation
  const [loaded, setLoaded] = useState<LoadedJournal | null>(null)
  const [version, setVersion] = useState(0)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { notice, isBusy, setNotice, attempt } = useAttempts(
    (what: 'export' | 'import' | 'erase', reason) => t(`journal.${what}.failed`, { reason }),
  )

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

  const exportAs = (as: 'csv' | 'json') =>
    attempt('export', async () => {
      const { count, leftOut } = await source.export(as)
      const done = t('journal.export.done', { count })
      const left = leftOut === 0 ? '' : ` ${t('journal.export.left-out', { count: leftOut })}`
      return { text: `${done}${left}`, bad: leftOut > 0 }
    })

  const importFrom = async (file: File) => {
    await attempt('import', async () => {
      const report = await source.import(file, (done, all) =>
        setNotice({ text: t('journal.import.running', { done, all }), bad: false }),
      )
      return describeImport(report, translation)
    })
    reload()
  }

  const erase = async (which: Parameters<JournalSource['erase']>[0]) => {
    setAsked(null)
    await attempt('erase', async () => {
      await source.erase(which)
      return { text: t('journal.erase.done'), bad: false }
    })
    reload()
  }

  const { episodes, damaged } = loaded?.state === 'ready' ? loaded : { episodes: [], damaged: 0 }
  const open = episodes.filter(({ outcome }) => outcome === 'open').length
  return (
    <main class="page journal" data-state={loaded?.state ?? 'loading'} aria-busy={isBusy}>
      <header class="top">
        <div>
          <h1>{t('journal.title')}</h1>
          <p>{t('journal.intro')}</p>
        </div>
        <JournalTools
          busy={isBusy || loaded === null}
          filled={episodes.length > 0 || damaged > 0}
          onExport={(as) => void exportAs(as)}
          onImport={(file) => void importFrom(file)}
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
      {(loaded?.state === 'newer' || loaded?.state === 'unreadable') && (
        <p class="notice" data-bad="true" role="alert">
          {loaded.state === 'newer'
            ? t('journal.newer')
            : t('journal.unreadable', { reason: loaded.reason })}
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
