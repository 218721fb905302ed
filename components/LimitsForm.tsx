import { useState } from 'preact/hooks'
import { momentsFor } from '@/lib/i18n'
import {
  defaultLimits,
  type LimitName,
  type Limits,
  loosened,
  type WaitingLimits,
} from '@/lib/rules'
import { CapitalField } from './CapitalField'
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
  waiting?: WaitingLimits
  /** Another one makes new fields: a value that has to wait is not shown as if it held. */
  revision?: number
  onChange: (limits: Limits) => void
  onCancel?: () => void
}

type WaitingProps = { limits: Limits; waiting: WaitingLimits; onCancel: () => void }

/** What was asked for together waits together. */
const Waiting = ({ limits, waiting, onCancel }: WaitingProps) => {
  const { t, language } = usePageTranslation()
  const moments = momentsFor(language)
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

export const LimitsForm = ({
  limits,
  notice,
  waiting = [],
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
        {waiting.length > 0 && <Waiting limits={limits} waiting={waiting} onCancel={onCancel} />}
      </header>
      {Object.entries(groups).map(([group, names]) => (
        // A reset makes new fields: what was refused in the old ones is forgotten.
        <fieldset key={`${group} ${String(resets)} ${String(revision)}`}>
          <legend>{t(`limits.group.${group as keyof typeof groups}`)}</legend>
          {names.map((limit) =>
            limit === 'capital' ? (
              <CapitalField key={limit} limits={limits} onChange={onChange} />
            ) : (
              <LimitField key={limit} limit={limit} limits={limits} onChange={onChange} />
            ),
          )}
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
