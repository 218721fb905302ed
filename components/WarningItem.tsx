import { describeWarning, type WarningContext } from '@/lib/i18n'
import type { Severity, Warning } from '@/lib/rules'
import { useTranslation } from './translation-context'

/** A shape beside every colour. */
const marks: Record<Severity, string> = { danger: '▲', caution: '◆', info: '●' }

type Props = { warning: Warning; context: WarningContext }

export const WarningItem = ({ warning, context }: Props) => {
  const translation = useTranslation()
  const { title, detail } = describeWarning(warning, translation, context)
  return (
    <li class="warning" data-warning={warning.code} data-severity={warning.severity}>
      <span class="mark" aria-hidden="true">
        {marks[warning.severity]}
      </span>
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
        {warning.waysOut.length > 0 && (
          <p class="ways-out">
            {warning.waysOut.map((way) => translation.t(`way-out.${way}`)).join(' · ')}
          </p>
        )}
      </div>
    </li>
  )
}
