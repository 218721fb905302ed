import { useState } from 'preact/hooks'
import { describeBriefly, describeWarning, shortWarning, type WarningContext } from '@/lib/i18n'
import type { Severity, Warning, WarningCode } from '@/lib/rules/position'
import { memo } from '../memo'
import { shapeOf } from '../figures/shape-of'
import { textPx } from '../figures/text-px'
import { useTranslation } from '../translation-context'

type SaidProps = {
  code: WarningCode
  severity: Severity
  title: string
  detail: string
  /** Between them a line feed. */
  waysOut: string
}

/** In full: what is wrong, why, and the ways out. */
const Said = memo(({ code, severity, title, detail, waysOut }: SaidProps) => (
  <li class="warning" data-warning={code} data-severity={severity}>
    <strong>
      <span class="mark" aria-hidden="true">
        {shapeOf[severity]}
      </span>{' '}
      {title}
    </strong>
    <p>
      {detail}
      {waysOut !== '' && (
        <>
          {' '}
          <b class="ways-out">
            {waysOut.split('\n').map((way, at) => (
              <>
                {at > 0 && ' · '}
                <span>{way}</span>
              </>
            ))}
          </b>
        </>
      )}
    </p>
  </li>
))

type ChipProps = {
  code: WarningCode
  severity: Severity
  short: string
  title: string
  /** There is no room for it in the line. */
  hidden: boolean
  onOpen: (code: WarningCode) => void
}

/** In two words, to be opened. */
const Chip = memo(({ code, severity, short, title, hidden, onOpen }: ChipProps) => (
  <li class="chip" data-warning={code} data-severity={severity} hidden={hidden}>
    <button type="button" data-action="open-warning" title={title} onClick={() => onOpen(code)}>
      <span aria-hidden="true">
        {shapeOf[severity]} {short}
      </span>
      <span class="spoken">{title}</span>
    </button>
  </li>
))

type Props = {
  warnings: readonly Warning[]
  context: WarningContext
  /** There is room for the whole reason. */
  inFull?: boolean
}

/** What one line of the narrowest panel has room for, px. */
const LINE_PX = 294
/** The chip that opens the others. */
const MORE_PX = 34
/** Letters of 11 px, and what stands around them. */
const chipPx = (text: string): number => textPx(text) + 36

/** How many of them stand in one line: all, or as many as leave room to say that there are more. */
const inOneLine = (texts: readonly string[]): number => {
  const widths = texts.map(chipPx)
  const fits = (count: number, room: number) =>
    widths.slice(0, count).reduce((sum, each) => sum + each, 0) <= room
  if (fits(texts.length, LINE_PX)) return texts.length
  const counts = texts.map((_, at) => texts.length - 1 - at)
  return counts.find((count) => fits(count, LINE_PX - MORE_PX)) ?? 0
}

/** The worst one with its reason, the others next to it in two words: each can take its place. */
export const Warnings = ({ warnings, context, inFull = false }: Props) => {
  const translation = useTranslation()
  const [worst] = warnings
  const [chosen, setChosen] = useState<{ code: WarningCode; whileWorst: WarningCode } | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  if (worst === undefined) return null
  // What was opened gives way to what is worse than all that was there.
  const held = chosen?.whileWorst === worst.code ? chosen.code : worst.code
  const open = warnings.find(({ code }) => code === held) ?? worst
  const said = (inFull ? describeWarning : describeBriefly)(open, translation, context)
  const waysOut = open.waysOut.map((way) => translation.t(`way.${way}`)).join('\n')
  const others = warnings
    .filter((warning) => warning !== open)
    .map((warning) => ({
      code: warning.code,
      severity: warning.severity,
      short: shortWarning(warning, translation, context),
      title: describeWarning(warning, translation, context).title,
    }))
  const shown = showsAll ? others.length : inOneLine(others.map(({ short }) => short))
  const onOpen = (code: WarningCode) => setChosen({ code, whileWorst: worst.code })
  return (
    <ul class="warnings">
      <Said {...said} code={open.code} severity={open.severity} waysOut={waysOut} />
      {others.map((each, at) => (
        <Chip key={each.code} {...each} hidden={at >= shown} onOpen={onOpen} />
      ))}
      {shown < others.length && (
        <li class="chip">
          <button
            type="button"
            data-action="more-warnings"
            aria-label={others
              .slice(shown)
              .map(({ title }) => title)
              .join('. ')}
            onClick={() => setShowsAll(true)}
          >
            +{others.length - shown}
          </button>
        </li>
      )}
    </ul>
  )
}
