import { defaultLimits, type LimitName, type Limits } from '@/lib/rules'
import { LimitField } from './LimitField'
import { useTranslation } from './translation-context'

const groups = {
  additions: ['maxMarginAdditions', 'maxAdditionShare', 'decisionPause'],
  size: ['capitalShareCaution', 'capitalShareLimit', 'capital', 'maxLeverage', 'preferIsolated'],
  distance: ['distanceCaution', 'distanceDanger'],
  stop: ['requireStopLoss', 'stopLossGrace', 'stopLossBuffer'],
  holding: ['holdLimits', 'loosenDelay'],
} as const satisfies Record<string, readonly LimitName[]>

type Props = {
  limits: Limits
  /** What was stored did not fit; it was set aside. */
  damaged: boolean
  onChange: (limits: Limits) => void
}

export const LimitsForm = ({ limits, damaged, onChange }: Props) => {
  const { t } = useTranslation()
  return (
    <form
      class="limits"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <header>
        <h1>{t('limits.title')}</h1>
        <p>{t('limits.intro')}</p>
        {damaged && (
          <p class="notice" role="alert">
            {t('limits.damaged')}
          </p>
        )}
      </header>
      {Object.entries(groups).map(([group, names]) => (
        <fieldset key={group}>
          <legend>{t(`limits.group.${group as keyof typeof groups}`)}</legend>
          {names.map((limit) => (
            <LimitField key={limit} limit={limit} limits={limits} onChange={onChange} />
          ))}
        </fieldset>
      ))}
      <footer>
        <button
          type="button"
          data-action="reset-limits"
          onClick={() => {
            onChange(defaultLimits)
          }}
        >
          {t('limits.reset')}
        </button>
      </footer>
    </form>
  )
}
