import type { PanelKey } from '@/lib/i18n'
import type { MissingReason } from '@/lib/rules/facts'
import { memo } from '../memo'
import { useTranslation } from '../translation-context'

/** A figure ready for the eye: the plain number for machines, the text for people. */
export type ShownFigure =
  { value: string; text: string } | { missing: MissingReason; text?: string; reason?: string }

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

/** `data-value` is absent when the figure is not known; the reason is then part of the text. */
export const FigureValue = memo(({ name, figure }: FigureProps) => {
  const { t } = useTranslation()
  if ('value' in figure) {
    return (
      <span class="figure" data-field={name} data-value={figure.value}>
        {figure.text}
      </span>
    )
  }
  const { missing, text, reason = t(`missing.${missing}` satisfies PanelKey) } = figure
  return (
    <span class="figure unknown" data-field={name} data-missing={missing} title={reason}>
      {text ?? t(missing === 'none' ? 'none' : 'unknown')}
      {missing !== 'none' && text === undefined && <span class="reason">{reason}</span>}
    </span>
  )
})

export const FigureRow = memo((props: FigureProps) => {
  const { t } = useTranslation()
  return (
    <div class="row">
      <dt>{t(`field.${props.name}`)}</dt>
      <dd>
        <FigureValue {...props} />
      </dd>
    </div>
  )
})
