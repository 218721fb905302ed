import { useState } from 'preact/hooks'
import { momentsFor } from '@/lib/i18n'
import {
  defaultLimits,
  type LimitName,
  type Limits,
  loosened,
  type WaitingLimits,
} from '@/lib/rules'
import { LimitField } from './LimitField'
import { usePageTranslation } from './page-translation'

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
  /** Looser ones that wait for their hour. */
  waiting?: WaitingLimits | null
  /** Another one makes the fields anew: what was asked for and has to wait is not shown as if it held. */
  revision?: number
  onChange: (limits: Limits) => void
  onCancel?: () => void
}

type WaitingProps = { limits: Limits; waiting: WaitingLimits; onCancel: () => void }

const Waiting = ({ limits, waiting, onCancel }: WaitingProps) => {
  const { t, language } = usePageTranslation()
  const names = loosened(limits, waiting.limits).map((limit) => t(`limit.${limit}`))
  return (
    <div class="notice" role="status" data-waiting={waiting.due}>
      <p>
        {t('limits.waiting', {
          moment: momentsFor(language).short(waiting.due) ?? t('unknown'),
          names: names.join(', '),
        })}
      </p>
      <button type="button" data-action="cancel-loosening" onClick={onCancel}>
        {t('limits.waiting.cancel')}
      </button>
    </div>
  )
}

export const LimitsForm = ({
  limits,
  notice,
  waiting = null,
  revision = 0,
  onChange,
  onCancel = () => undefined,
}: Props) => {
  const { t } = usePageTranslation()
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
        {waiting !== null && <Waiting limits={limits} waiting={waiting} onCancel={onCancel} />}
      </header>
      {Object.entries(groups).map(([group, names]) => (
        // A reset makes the fields anew: what was refused in the old ones is forgotten.
        <fieldset key={`${group} ${String(resets)} ${String(revision)}`}>
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
