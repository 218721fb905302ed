import { loosened, type ShownSettings } from '@/lib/rules/settings'
import { usePageTranslation } from '../own-page/page-translation'

type Props = Pick<ShownSettings, 'limits' | 'waiting' | 'notice'> & { onCancel: () => void }

/** Looser limits that wait for their hour. What was asked for together waits together. */
const Waiting = ({ limits, waiting, onCancel }: Omit<Props, 'notice'>) => {
  const { t, moments } = usePageTranslation()
  const groups = Map.groupBy(
    waiting.filter(
      ({ limit, value }) => loosened(limits, { ...limits, [limit]: value }).length > 0,
    ),
    ({ due }) => due,
  )
  if (groups.size === 0) return null
  return (
    <div class="notice" role="status" data-waiting={Math.min(...groups.keys())}>
      {[...groups].map(([due, wishes]) => (
        <p key={due}>
          {t('limits.waiting', {
            moment: moments.short(due) ?? t('unknown'),
            names: wishes.map(({ limit }) => t(`limit.${limit}`)).join(', '),
          })}
        </p>
      ))}
      <button type="button" data-action="cancel-loosening" onClick={onCancel}>
        {t('limits.waiting.cancel')}
      </button>
    </div>
  )
}

/** Why the limits are not those that were chosen last, and what waits for its hour. */
export const LimitsNotices = ({ notice, ...waiting }: Props) => {
  const { t } = usePageTranslation()
  return (
    <>
      {notice !== null && (
        <p class="notice" data-bad="true" role="alert">
          {t(`limits.${notice}`)}
        </p>
      )}
      <Waiting {...waiting} />
    </>
  )
}
