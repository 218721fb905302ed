import type { PanelKey } from '@/lib/i18n'
import type { FieldView, SelfCheckView } from './self-check-view'
import { useTranslation } from '../translation-context'

const Field = (view: FieldView) => {
  const { t } = useTranslation()
  const field = t(`check.field.${view.field}`)
  return 'missing' in view ? (
    <li data-field-check={view.field} data-missing={view.missing}>
      {t('check.row.not-shown', { field, reason: t(`missing.${view.missing}`) })}
    </li>
  ) : (
    <li data-field-check={view.field} data-found-by={view.foundBy}>
      {t('check.read-by', { field, text: view.text ?? '', by: t(`check.by.${view.foundBy}`) })}
    </li>
  )
}

const Fields = ({ fields }: { fields: readonly FieldView[] }) => (
  <ul>
    {fields.map((view) => (
      <Field key={view.field} {...view} />
    ))}
  </ul>
)

/** Every field of every row, and of the account: by which rule it was found, or why it was not. */
export const CheckedFields = ({ rows, account }: Pick<SelfCheckView, 'rows' | 'account'>) => {
  const { t } = useTranslation()
  return (
    <div class="checked">
      {rows.map((row, index) =>
        'reason' in row ? (
          <p key={index}>
            {row.symbol ?? t('status.no-symbol-row')} {t(`row.${row.reason}` as PanelKey)}
          </p>
        ) : (
          <details key={row.key}>
            <summary>{row.symbol}</summary>
            <Fields fields={row.fields} />
          </details>
        ),
      )}
      {account.length > 0 && (
        <details>
          <summary>{t('check.account')}</summary>
          <Fields fields={account} />
        </details>
      )}
    </div>
  )
}
