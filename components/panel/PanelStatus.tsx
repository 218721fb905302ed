import { type PanelModel, rowsOutOfSight } from '@/lib/rules/panel'
import { useTranslation } from '../translation-context'

/** Said only when something is not as it should be. Not spoken aloud: only rising risk is. */
export const PanelStatus = ({ model }: { model: PanelModel }) => {
  const { t, formats } = useTranslation()
  const { status, failure, unread, positions } = model
  const away = rowsOutOfSight(model)
  const read = positions.filter(({ sight }) => sight === 'in-sight').length
  // A row that is not in sight carries the age of its figures, and a card the reason of a figure that is
  // missing: no line has to say it once more.
  const isQuiet =
    !model.translated &&
    model.markStillSince === null &&
    (status === 'ready' ||
      (away.only && away.neverSeen === 0) ||
      (status === 'partial' && away.count === 0 && unread.length === 0 && positions.length === 1))
  return (
    <div
      class={isQuiet ? 'spoken' : 'status'}
      data-status={status}
      data-calm={away.only ? '' : undefined}
      role="status"
      aria-live="off"
    >
      {!away.only && <span>{t(`status.${status}`, { count: read })}</span>}
      {failure !== null && <p>{t(`failure.${failure.code}`)}</p>}
      {away.count > 0 && (
        <p>
          {t(away.neverSeen > 0 ? 'status.scroll' : 'status.not-in-sight', {
            read: away.neverSeen > 0 ? positions.length : read,
            declared: model.declared ?? 0,
          })}
        </p>
      )}
      {model.translated && <p>{t('status.translated')}</p>}
      {model.markStillSince !== null && (
        <p>
          {t('status.mark-still', { duration: formats.duration(model.now - model.markStillSince) })}
        </p>
      )}
      {unread.map(({ symbol, reason }, at) => (
        <p key={at}>
          {symbol === null
            ? t('status.no-symbol-row')
            : t('status.unread-row', { symbol, reason: t(`row.${reason}`) })}
        </p>
      ))}
    </div>
  )
}
