import type { PanelKey } from '@/lib/i18n'
import type { PanelModel } from '@/lib/rules'
import { useTranslation } from './translation-context'

/** What of the page is read. Not spoken: only rising risk is. */
export const PanelStatus = ({ model }: { model: PanelModel }) => {
  const { t, formats } = useTranslation()
  const { status, failure, declared, unread } = model
  const positions = model.positions.filter(({ sight }) => sight === 'in-sight')
  return (
    <div class="status" data-status={status} role="status" aria-live="off">
      <span>{t(`status.${status}`, { count: positions.length })}</span>
      {failure !== null && <p>{t(`failure.${failure.code}` as PanelKey)}</p>}
      {declared !== null && declared > positions.length + unread.length && (
        <p>{t('status.not-in-sight', { read: positions.length, declared })}</p>
      )}
      {model.translated && <p data-odd="translated">{t('status.translated')}</p>}
      {model.markStillSince !== null && (
        <p data-odd="mark-still">
          {t('status.mark-still', { duration: formats.duration(model.now - model.markStillSince) })}
        </p>
      )}
      {unread.map(({ symbol, reason }) => (
        <p key={symbol}>
          {symbol === null
            ? t('status.no-symbol-row')
            : t('status.unread-row', { symbol, reason: t(`row.${reason}` as PanelKey) })}
        </p>
      ))}
    </div>
  )
}
