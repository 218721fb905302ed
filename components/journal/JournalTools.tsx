import { ImportButton } from '../own-page/ImportButton'
import { type Notice, reasonOf } from '../own-page/notice'
import { usePageTranslation } from '../own-page/page-translation'
import { describeImport } from './describe-import'
import type { JournalSource } from './journal-source'

type Props = {
  source: Pick<JournalSource, 'export' | 'import'>
  /** Something is under way: one thing at a time. */
  busy: boolean
  /** There is something to write out and to erase. */
  filled: boolean
  onNotice: (notice: Notice | null, busy: boolean) => void
  onImported: () => void
  onEraseAll: () => void
}

export const JournalTools = ({ source, busy, filled, onNotice, onImported, onEraseAll }: Props) => {
  const translation = usePageTranslation()
  const { t } = translation

  const exportAs = async (as: 'csv' | 'json') => {
    onNotice(null, true)
    try {
      const { count, leftOut } = await source.export(as)
      const done = t('journal.export.done', { count })
      const left = leftOut === 0 ? '' : ` ${t('journal.export.left-out', { count: leftOut })}`
      onNotice({ text: `${done}${left}`, bad: leftOut > 0 }, false)
    } catch (fault) {
      onNotice({ text: t('journal.export.failed', { reason: reasonOf(fault) }), bad: true }, false)
    }
  }

  const importFrom = async (file: File) => {
    onNotice(null, true)
    try {
      const report = await source.import(file, (done, all) =>
        onNotice({ text: t('journal.import.running', { done, all }), bad: false }, true),
      )
      onNotice(describeImport(report, translation), false)
    } catch (fault) {
      onNotice({ text: t('journal.import.failed', { reason: reasonOf(fault) }), bad: true }, false)
    }
    onImported()
  }

  return (
    <div class="tools">
      <button
        type="button"
        data-action="export-csv"
        disabled={busy || !filled}
        onClick={() => void exportAs('csv')}
      >
        {t('journal.export.csv')}
      </button>
      <button
        type="button"
        data-action="export-json"
        disabled={busy || !filled}
        onClick={() => void exportAs('json')}
      >
        {t('journal.export.json')}
      </button>
      <ImportButton
        label={t('journal.import')}
        disabled={busy}
        onFile={(file) => void importFrom(file)}
      />
      <button
        type="button"
        class="danger"
        data-action="erase-all"
        disabled={busy || !filled}
        onClick={onEraseAll}
      >
        {t('journal.erase.all')}
      </button>
    </div>
  )
}
