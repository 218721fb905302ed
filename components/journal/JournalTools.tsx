import { ImportButton } from '../own-page/ImportButton'
import { usePageTranslation } from '../own-page/page-translation'

type Props = {
  /** Something is under way: one thing at a time. */
  busy: boolean
  /** There is something to write out and to erase. */
  filled: boolean
  onExport: (as: 'csv' | 'json') => void
  onImport: (file: File) => void
  onEraseAll: () => void
}

export const JournalTools = ({ busy, filled, onExport, onImport, onEraseAll }: Props) => {
  const { t } = usePageTranslation()
  const disabled = busy || !filled
  return (
    <div class="tools">
      {(['csv', 'json'] as const).map((as) => (
        <button
          key={as}
          type="button"
          data-action={`export-${as}`}
          disabled={disabled}
          onClick={() => onExport(as)}
        >
          {t(`journal.export.${as}`)}
        </button>
      ))}
      <ImportButton label={t('journal.import')} disabled={busy} onFile={onImport} />
      <button
        type="button"
        class="danger"
        data-action="erase-all"
        disabled={disabled}
        onClick={onEraseAll}
      >
        {t('journal.erase.all')}
      </button>
    </div>
  )
}
