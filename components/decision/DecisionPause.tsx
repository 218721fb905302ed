import { useTranslation } from '../translation-context'

type Props = { loss: string | null; onDismiss: () => void }

/** Three facts before an addition beyond the limit. A breath: it ends by itself, or at once. */
export const DecisionPause = ({ loss, onDismiss }: Props) => {
  const { t } = useTranslation()
  return (
    <div class="pause" data-pause role="alert">
      <h3>{t('decision.pause.title')}</h3>
      <ol>
        <li>{loss === null ? t('decision.pause.loss') : t('decision.loss-stays', { loss })}</li>
        <li>{t('decision.pause.stake')}</li>
        <li>{t('decision.pause.way')}</li>
      </ol>
      <button type="button" data-action="dismiss-pause" onClick={onDismiss}>
        {t('decision.pause.dismiss')}
      </button>
    </div>
  )
}
