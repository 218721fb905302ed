import { describeWarning, type Translation } from '@/lib/i18n'
import type { Correction } from '@/lib/ledger'
import { Decimal } from '@/lib/margin'
import type { Alert, NewWarning } from '@/lib/rules/alerts'

type Context = { translation: Translation; at: number }

/** As a notification says it. */
export const alertOf = (
  { position: { facts }, warning }: NewWarning,
  { translation, at }: Context,
): Alert => {
  const context = { asset: facts.marginAsset, now: at }
  const { title, detail } = describeWarning(warning, translation, context)
  return { key: facts.key, code: warning.code, title: `${facts.symbol}: ${title}`, detail }
}

/** Digits of a figure in the journal: more than any page prints. */
const KEPT_DIGITS = 12

const plain = (figure: Decimal): string => figure.toSignificantDigits(KEPT_DIGITS).toFixed()

type Plain = string | number | boolean | null

/** Money becomes two figures: "balance" and "balanceAsset". What is no figure is left out. */
const plainOf = (name: string, value: unknown): [string, Plain][] => {
  if (value instanceof Decimal) return [[name, plain(value)]]
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return [[name, value as Plain]]
  }
  if (typeof value !== 'object' || !('amount' in value) || !('asset' in value)) return []
  return [...plainOf(name, value.amount), ...plainOf(`${name}Asset`, value.asset)]
}

/** Figures of a warning that a journal can keep: texts, numbers and switches. */
const plainFigures = ({ warning }: NewWarning): Record<string, Plain> =>
  Object.fromEntries(
    Object.entries(warning).flatMap(([name, value]: [string, unknown]) =>
      ['code', 'severity', 'waysOut'].includes(name) ? [] : plainOf(name, value),
    ),
  )

/** As the journal keeps it; nothing of what is only information. */
export const noteOf = (found: NewWarning, at: number): Correction[] => {
  const { code, severity } = found.warning
  const episode = found.position.episode?.id
  if (severity === 'info' || episode === undefined) return []
  return [{ says: 'noted', episode, at, code, severity, figures: plainFigures(found) }]
}
