import { csvColumnNames } from '@/lib/journal/files'
import { usePageTranslation } from '../own-page/page-translation'

export const CsvColumns = () => {
  const { t } = usePageTranslation()
  return (
    <details class="csv-columns">
      <summary>{t('journal.export.columns')}</summary>
      <p>{t('journal.export.columns.intro')}</p>
      <dl>
        {csvColumnNames.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t(`journal.column.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
