import { useState } from 'preact/hooks'
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

export type LimitsNotice =
  /** What was stored did not fit; it was set aside. */
  | 'damaged'
  /** What is stored is a later version's; it is left alone. */
  | 'newer'
  /** The last change could not be written. */
  | 'unsaved'
  | null

type Props = {
  limits: Limits
  notice: LimitsNotice
  onChange: (limits: Limits) => void
}

export const LimitsForm = ({ limits, notice, onChange }: Props) => {
  const { t } = useTranslation()
  const [resets, setResets] = useState(0)
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
        {notice !== null && (
          <p class="notice" role="alert">
            {t(`limits.${notice}`)}
          </p>
        )}
      </header>
      {Object.entries(groups).map(([group, names]) => (
        // A reset makes the fields anew: what was refused in the old ones is forgotten.
        <fieldset key={`${group} ${String(resets)}`}>
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
            setResets(resets + 1)
            onChange(defaultLimits)
          }}
        >
          {t('limits.reset')}
        </button>
      </footer>
    </form>
  )
}
