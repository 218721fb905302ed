import { useEffect, useState } from 'preact/hooks'
import { CheckedFields } from './CheckedFields'
import { CopyReport } from './CopyReport'
import type { SelfCheckApi, SelfCheckView } from './self-check-view'
import { useTranslation } from '../translation-context'

const Columns = ({ columns }: Pick<SelfCheckView, 'columns'>) => {
  const { t } = useTranslation()
  return (
    <table>
      <thead>
        <tr>
          <th>{t('check.column')}</th>
          <th>{t('check.found')}</th>
          <th>{t('check.header')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, foundBy, header }) => (
          <tr key={column} data-column={column} data-found-by={foundBy ?? 'nothing'}>
            <td>{t(`check.column.${column}`)}</td>
            <td>{t(`check.by.${foundBy ?? 'nothing'}`)}</td>
            <td>{header}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = {
  api: SelfCheckApi
  /** Counts up each time it is asked for by a key. */
  asked?: number
}

/** What of the page is understood and by which rule: looked at when opened, and when asked again. */
export const SelfCheck = ({ api, asked = 0 }: Props) => {
  const { t } = useTranslation()
  const [check, setCheck] = useState<SelfCheckView | null>(null)
  const [open, setOpen] = useState(asked > 0)
  useEffect(() => {
    if (asked > 0) setOpen(true)
  }, [asked])
  const runCheck = () => setCheck(api.check())
  return (
    <details
      class="self-check"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (currentTarget.open) runCheck()
        else setCheck(null)
      }}
    >
      <summary data-action="self-check">{t('check.title')}</summary>
      {check !== null && (
        <>
          <p>
            {check.words === null
              ? t('check.words.none')
              : t('check.words', { language: check.words })}
          </p>
          <Columns columns={check.columns} />
          <CheckedFields rows={check.rows} account={check.account} />
          <button type="button" data-action="check-again" onClick={runCheck}>
            {t('check.again')}
          </button>
          <CopyReport report={api.report} />
        </>
      )}
    </details>
  )
}
