import { describeWarning, type WarningContext } from '@/lib/i18n'
import type { Severity, Warning } from '@/lib/rules'
import { resting } from './resting'
import { useTranslation } from './translation-context'

/** A shape beside every colour. */
const marks: Record<Severity, string> = { danger: '▲', caution: '◆', info: '●' }

type Props = {
  warning: Warning
  context: WarningContext
  /** The worst one is told in full; the others on request. */
  open: boolean
}

type ToldProps = Pick<Warning, 'code' | 'severity'> & {
  title: string
  detail: string
  waysOut: string
  open: boolean
}

const Told = resting(({ code, severity, title, detail, waysOut, open }: ToldProps) => (
  <li class="warning" data-warning={code} data-severity={severity}>
    <span class="mark" aria-hidden="true">
      {marks[severity]}
    </span>
    <details open={open}>
      <summary>{title}</summary>
      <p>{detail}</p>
      {waysOut !== '' && <p class="ways-out">{waysOut}</p>}
    </details>
  </li>
))

export const WarningItem = ({ warning, context, open }: Props) => {
  const translation = useTranslation()
  const { code, severity } = warning
  const waysOut = warning.waysOut.map((way) => translation.t(`way-out.${way}`)).join(' · ')
  const told = describeWarning(warning, translation, context)
  return <Told {...told} code={code} severity={severity} waysOut={waysOut} open={open} />
}
