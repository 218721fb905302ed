import { useTranslation } from '../translation-context'

type Props = { onClose: () => void }

/** All that is left when the extension was updated or switched off under an open page: no figure. */
export const EndedNotice = ({ onClose }: Props) => {
  const { t } = useTranslation()
  return (
    <section class="panel" aria-label={t('name')}>
      <div class="status" data-status="ended" role="status">
        <span>{t('ended')}</span>
        <p>{t('ended.reload')}</p>
        <button type="button" data-action="close" onClick={onClose}>
          {t('ended.close')}
        </button>
      </div>
    </section>
  )
}
