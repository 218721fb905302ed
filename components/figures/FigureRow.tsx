import type { PanelKey } from '@/lib/i18n'
import type { MissingReason } from '@/lib/rules/facts'
import { memo } from '../memo'
import { useTranslation } from '../translation-context'

/** A figure ready for the eye: the plain number for machines, the text for people. */
export type ShownFigure =
  { value: string; text: string } | { missing: MissingReason; text?: string }

export type FigureName =
  | 'liquidation-distance'
  | 'liquidation-price'
  | 'mark-price'
  | 'margin'
  | 'at-stake'
  | 'margin-additions'
  | 'capital-share'
  | 'unrealized-pnl'
  | 'stop-loss'
  | 'leverage'

type FigureProps = { name: FigureName; figure: ShownFigure }

/** Every reading makes new figures, which seldom say anything new: so spread, they can be compared. */
export type FlatFigure = {
  name: FigureName
  value: string | null
  text: string | null
  missing: MissingReason | null
}

export const flat = ({ name, figure }: FigureProps): FlatFigure => ({
  name,
  value: 'value' in figure ? figure.value : null,
  text: figure.text ?? null,
  missing: 'missing' in figure ? figure.missing : null,
})

export const Value = memo(({ name, value, text, missing }: FlatFigure) => {
  const { t } = useTranslation()
  if (missing === null) {
    return (
      <span class="figure" data-field={name} data-value={value}>
        {text}
      </span>
    )
  }
  const reason = t(`missing.${missing}` satisfies PanelKey)
  return (
    <span class="figure unknown" data-field={name} data-missing={missing} title={reason}>
      {text ?? t(missing === 'none' ? 'none' : 'unknown')}
      {missing !== 'none' && text === null && <span class="reason">{reason}</span>}
    </span>
  )
})

/** `data-value` is absent when the figure is not known; the reason is then part of the text. */
export const FigureValue = (props: FigureProps) => <Value {...flat(props)} />

const Row = memo((props: FlatFigure) => {
  const { t } = useTranslation()
  return (
    <div class="row">
      <dt>{t(`field.${props.name}`)}</dt>
      <dd>
        <Value {...props} />
      </dd>
    </div>
  )
})

export const FigureRow = (props: FigureProps) => <Row {...flat(props)} />
