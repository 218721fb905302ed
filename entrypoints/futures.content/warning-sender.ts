import { describeWarning, type Translation } from '@/lib/i18n'
import type { Correction } from '@/lib/ledger'
import { Decimal } from '@/lib/margin'
import { type Alert, type NewWarning, type PanelModel, warningWatch } from '@/lib/rules'

type SenderOptions = {
  /** Together: each message is a write of the whole record. */
  note: (notes: readonly Correction[]) => Promise<unknown>
  raise: (alert: Alert) => Promise<{ sound: boolean } | undefined>
  sound: () => void
  /** Announced to screen readers, once for each alert. */
  speak: (text: string) => void
  translation: () => Translation
}

const plain = (figure: Decimal): string => figure.toSignificantDigits(12).toFixed()

/** Figures of a warning that a journal can keep: texts, numbers and switches. */
const plainFigures = ({ warning }: NewWarning): Record<string, string | number | boolean | null> =>
  Object.fromEntries(
    Object.entries(warning).flatMap(([name, value]) => {
      if (['code', 'severity', 'waysOut'].includes(name) || Array.isArray(value)) return []
      return [[name, value instanceof Decimal ? plain(value) : value]]
    }),
  )

/** Sends each warning that comes up to the background: for the journal, and for alerts. */
export const warningSender = ({ note, raise, sound, speak, translation }: SenderOptions) => {
  const news = warningWatch()
  // A note needs an episode, and that begins with the second look.
  const newsOfEpisodes = warningWatch()

  const alertOf = ({ position: { facts }, warning }: NewWarning, now: number): Alert => {
    const context = { asset: facts.marginAsset, now }
    const { title, detail } = describeWarning(warning, translation(), context)
    const { code, severity } = warning
    return { key: facts.key, code, severity, title: `${facts.symbol}: ${title}`, detail }
  }

  // A background that is being replaced misses one: the panel shows the warning all the same.
  const missed = () => undefined

  return (model: Pick<PanelModel, 'positions' | 'now'>): void => {
    const { now, positions } = model
    for (const found of news(model)) {
      if (found.warning.severity !== 'danger') continue
      const alert = alertOf(found, now)
      speak(alert.title)
      void raise(alert)
        .then((answer) => {
          if (answer?.sound === true) sound()
        })
        .catch(missed)
    }
    const kept = positions.filter(({ episode }) => episode !== null)
    const notes = newsOfEpisodes({ positions: kept, now }).flatMap((found): Correction[] => {
      const { code, severity } = found.warning
      const episode = found.position.episode?.id
      if (severity === 'info' || episode === undefined) return []
      return [{ says: 'noted', episode, at: now, code, severity, figures: plainFigures(found) }]
    })
    if (notes.length > 0) void note(notes).catch(missed)
  }
}
