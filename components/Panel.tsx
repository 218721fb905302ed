import { useMemo, useState } from 'preact/hooks'
import type { MessageKey } from '@/lib/i18n'
import type { Breach, Limits, PanelModel, PositionModel } from '@/lib/rules'
import { CoolingOff } from './CoolingOff'
import type { OnCorrect } from './CountCorrection'
import { PositionCard } from './PositionCard'
import { SelfCheck } from './SelfCheck'
import type { SelfCheckDoor } from './self-check-view'
import type { EstimateOf } from './tools/position-tools'
import { useTranslation } from './translation-context'

/** What became of the record of positions: no room, damaged and set aside, or of a later version. */
export type RecordNotice = 'full' | 'damaged' | 'newer' | null

type Props = {
  model: PanelModel
  notice?: RecordNotice
  breach?: Breach | null
  onCorrect: OnCorrect
  estimateOf: EstimateOf
  selfCheck?: SelfCheckDoor
}

const StatusLine = ({ model }: Pick<Props, 'model'>) => {
  const { t } = useTranslation()
  const { status, failure, declared, unread } = model
  const positions = model.positions.filter(({ sight }) => sight === 'in-sight')
  return (
    <div class="status" data-status={status} role="status">
      <span>{t(`status.${status}`, { count: positions.length })}</span>
      {failure !== null && <p>{t(`failure.${failure.code}` as MessageKey)}</p>}
      {declared !== null && declared > positions.length + unread.length && (
        <p>{t('status.not-in-sight', { read: positions.length, declared })}</p>
      )}
      {unread.map(({ symbol, reason }) => (
        <p key={symbol}>
          {symbol === null
            ? t('status.no-symbol-row')
            : t('status.unread-row', { symbol, reason: t(`row.${reason}` as MessageKey) })}
        </p>
      ))}
    </div>
  )
}

type CardProps = {
  position: PositionModel
  limits: Limits
  now: number
  onCorrect: OnCorrect
  estimateOf: EstimateOf
}

/** The same model is the same card: nothing of it is drawn again. */
const RestingCard = ({ position, limits, now, onCorrect, estimateOf }: CardProps) => {
  const translation = useTranslation()
  return useMemo(
    () => (
      <PositionCard
        position={position}
        model={{ limits, now }}
        onCorrect={onCorrect}
        estimateOf={estimateOf}
      />
    ),
    // When it was asked is part of the model.
    [position, limits, onCorrect, estimateOf, translation],
  )
}

/** The whole panel: a function of its model, and whether it is folded. */
export const Panel = ({
  model,
  notice = null,
  breach = null,
  onCorrect,
  estimateOf,
  selfCheck,
}: Props) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  return (
    <section class="panel" aria-label={t('panel.label')} data-open={open}>
      <header class="bar">
        <h1>{t('name')}</h1>
        <button
          type="button"
          data-action="collapse"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
          }}
        >
          {t(open ? 'panel.collapse' : 'panel.expand')}
        </button>
      </header>
      <StatusLine model={model} />
      {notice !== null && (
        <p class="notice" role="alert" data-notice={notice}>
          {t(`record.${notice}`)}
        </p>
      )}
      {open && model.status === 'flat' && breach !== null && <CoolingOff breach={breach} />}
      {open && (
        <div class="positions">
          {model.positions.map((position) => (
            <RestingCard
              key={position.facts.key}
              position={position}
              limits={model.limits}
              now={model.now}
              onCorrect={onCorrect}
              estimateOf={estimateOf}
            />
          ))}
        </div>
      )}
      {open && selfCheck !== undefined && <SelfCheck door={selfCheck} />}
      {open && <footer>{t('panel.read-only')}</footer>}
    </section>
  )
}
