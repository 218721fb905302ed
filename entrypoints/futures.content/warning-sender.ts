import { describeWarning, type Translation } from '@/lib/i18n'
import { Decimal } from '@/lib/margin'
import type { Request } from '@/lib/messages'
import { type NewWarning, type PanelModel, warningWatch } from '@/lib/rules'

type Warned = Extract<Request, { type: 'warned' }>
type SenderOptions = {
  send: (request: Warned) => Promise<{ sound: boolean }>
  sound: () => void
  translation: Translation
  private: boolean
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

/** Tells the background of each warning that comes up: for the journal, and for alerts. */
export const warningSender = (options: SenderOptions) => {
  const watch = warningWatch()
  const requestOf = (found: NewWarning, now: number): Warned => {
    const { position, warning } = found
    const { facts, episode } = position
    const { title, detail } = describeWarning(warning, options.translation, {
      asset: facts.marginAsset,
      now,
    })
    return {
      type: 'warned',
      private: options.private,
      note:
        episode === null || warning.severity === 'info'
          ? null
          : {
              says: 'noted',
              episode: episode.id,
              at: now,
              code: warning.code,
              figures: plainFigures(found),
            },
      alert: {
        key: facts.key,
        code: warning.code,
        severity: warning.severity,
        title: `${facts.symbol}: ${title}`,
        detail,
      },
    }
  }
  return (model: Pick<PanelModel, 'positions' | 'now'>): void => {
    for (const found of watch(model)) {
      void options
        .send(requestOf(found, model.now))
        .then(({ sound }) => {
          if (sound) options.sound()
        })
        // The background was being replaced: the panel shows the warning all the same.
        .catch(() => undefined)
    }
  }
}
