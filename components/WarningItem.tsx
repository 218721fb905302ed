import { describeWarning, type WarningContext } from '@/lib/i18n'
import type { Severity, Warning } from '@/lib/rules'
import { useTranslation } from './translation-context'

/** A shape beside every colour. */
const marks: Record<Severity, string> = { danger: '▲', caution: '◆', info: '●' }

type Props = {
  warning: Warning
  context: WarningContext
  /** The worst one is told in full; the others on request. */
  open: boolean
}

export const WarningItem = ({ warning, context, open }: Props) => {
  const translation = useTranslation()
  const { title, detail } = describeWarning(warning, translation, context)
  return (
    <li class="warning" data-warning={warning.code} data-severity={warning.severity}>
      <span class="mark" aria-hidden="true">
        {marks[warning.severity]}
      </span>
      <details open={open}>
        <summary>{title}</summary>
        <p>{detail}</p>
        {warning.waysOut.length > 0 && (
          <p class="ways-out">
            {warning.waysOut.map((way) => translation.t(`way-out.${way}`)).join(' · ')}
          </p>
        )}
      </details>
    </li>
  )
}
