import type { ColumnName, FoundBy } from './self-check-view'
import { usePageTranslation } from './page-translation'

export type TabCheckView = {
  status: 'positions' | 'flat' | 'hidden' | 'logged-out' | 'loading' | 'unreadable'
  words: string | null
  rows: number
  unread: number
  columns: readonly { column: ColumnName; foundBy: FoundBy | null }[]
}

/** What is read in the tab in front; `null`: nobody of ours is there. */
export const TabCheck = ({ check }: { check: TabCheckView | null }) => {
  const { t } = usePageTranslation()
  const missing = (check?.columns ?? []).filter(({ foundBy }) => foundBy === null)
  return (
    <section class="tab-check" data-tab-status={check?.status ?? 'none'}>
      <h2>{t('check.tab')}</h2>
      {check === null && <p>{t('check.tab.none')}</p>}
      {check !== null && (
        <p>
          {check.status === 'positions'
            ? t('check.tab.positions', { count: check.rows })
            : t(`status.${check.status}`)}
        </p>
      )}
      {check?.status === 'positions' && (
        <>
          {check.unread > 0 && <p>{t('check.tab.unread', { count: check.unread })}</p>}
          <p>
            {check.words === null
              ? t('check.words.none')
              : t('check.words', { language: check.words })}
          </p>
          {missing.length > 0 && (
            <p>
              {t('check.tab.missing', {
                columns: missing.map(({ column }) => t(`check.column.${column}`)).join(', '),
              })}
            </p>
          )}
        </>
      )}
    </section>
  )
}
