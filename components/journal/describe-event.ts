import { en, type MessageKey, type Translation } from '@/lib/i18n'
import { type JournalEpisode, printed, type TimelineEntry } from '@/lib/journal'
import { numeralTexts } from './numeral-texts'

export type Tone = 'plain' | 'calm' | 'caution' | 'danger'

/** An event in words: what, and what there is to know about it. */
type DescribedEvent = { tone: Tone; title: string; details: string[] }

type JournalEvent = JournalEpisode['events'][number]
type Of<K extends JournalEvent['kind']> = Extract<JournalEvent, { kind: K }>
type Stop = Of<'stop-changed'>['from']

const say = (tone: Tone, title: string, ...details: string[]): DescribedEvent => ({
  tone,
  title,
  details,
})

export const eventDescriber = (
  translation: Translation<MessageKey>,
  { marginAsset: asset, events }: Pick<JournalEpisode, 'marginAsset' | 'events'>,
) => {
  const { t, formats, moments } = translation
  const { price, amount } = numeralTexts(translation, asset)

  /** A rise or fall of the margin, or an answer about one. */
  const withAmount = (
    key: `journal.event.${'asked' | 'not-counted' | 'removed' | 'said-yes' | 'said-no'}`,
    numeral: string | null,
  ): string => (numeral === null ? t(`${key}.no-amount`) : t(key, { amount: amount(numeral) }))

  const market = ({
    awaySince,
    markPrice,
    unrealizedPnl,
  }: Pick<Of<'closed'>, 'awaySince' | 'markPrice' | 'unrealizedPnl'>): string[] => {
    // They were read at another time than that of the event.
    if (awaySince !== null) return []
    const mark = markPrice === null ? [] : [t('journal.event.mark', { price: price(markPrice) })]
    if (unrealizedPnl === null) return mark
    const pnl = formats.signedAmount(printed(unrealizedPnl).value, asset, 'down')
    return [...mark, t('journal.event.pnl', { pnl })]
  }
  const around = (event: Of<'margin-added' | 'margin-removed'>): string[] => [
    t('journal.event.liquidation', {
      before: price(event.liquidationBefore),
      after: price(event.liquidationAfter),
    }),
    ...market(event),
  ]

  const added = (event: Of<'margin-added'>, entry: TimelineEntry): DescribedEvent => {
    const ordinal = entry.addition ?? 0
    switch (entry.verdict) {
      case 'asked': {
        const details = [t('journal.event.asked.detail'), ...around(event)]
        return say('caution', withAmount('journal.event.asked', event.amount), ...details)
      }
      case 'counted': {
        const tone = ordinal > 1 ? 'danger' : 'caution'
        const number = entry.isNumberKnown ? ordinal : `≥${String(ordinal)}`
        const title = t('journal.event.added', { amount: amount(event.amount), ordinal: number })
        return say(tone, title, ...around(event))
      }
      case 'not-counted':
      case null:
        return say('plain', withAmount('journal.event.not-counted', event.amount), ...around(event))
    }
  }

  const stopChanged = (from: Stop, to: Stop): DescribedEvent => {
    const wasThere = from.state === 'present'
    switch (to.state) {
      case 'present':
        return wasThere
          ? say(
              'plain',
              t('journal.event.stop-moved', { from: price(from.price), to: price(to.price) }),
            )
          : say('calm', t('journal.event.stop-set', { to: price(to.price) }))
      case 'unknown':
        return say('plain', t('journal.event.stop-hidden'))
      case 'absent':
        return wasThere
          ? say('caution', t('journal.event.stop-removed'))
          : say('plain', t('journal.event.stop-absent'))
    }
  }

  const funding = (settled: string | null): string => {
    if (settled === null) return t('journal.event.funding.unknown')
    const { value } = printed(settled)
    return value.isNeg()
      ? t('journal.event.funding.paid', { amount: formats.amount(value.abs(), asset, 'up') })
      : t('journal.event.funding.received', { amount: formats.amount(value, asset, 'down') })
  }

  /** Only a stop and a liquidation are inferred from prices, and may be something else. */
  const ending = ({ how, certain }: Of<'closed'>): string =>
    t(
      (how === 'stopped' || how === 'liquidated') && !certain
        ? `journal.event.${how}.probably`
        : `journal.event.${how}`,
    )

  const corrected = ({ event: id, isAddition }: Of<'corrected'>): string => {
    const about = events.find((event) => event.id === id)
    return withAmount(
      isAddition ? 'journal.event.said-yes' : 'journal.event.said-no',
      about?.kind === 'margin-added' ? about.amount : null,
    )
  }

  const noted = ({ code, severity }: Of<'noted'>, { next }: TimelineEntry): DescribedEvent => {
    const tone = severity ?? 'caution'
    const key = `journal.warning.${code}`
    if (!Object.hasOwn(en, key)) return say(tone, t('journal.event.noted', { code }))
    const title = t('journal.event.warned', { warning: t(key as MessageKey) })
    if (next === null) return say(tone, title)
    const deed = t(`journal.deed.${next.kind}`)
    return say(tone, title, t('journal.event.next', { deed, after: formats.duration(next.after) }))
  }

  const describe = (entry: TimelineEntry): DescribedEvent => {
    const { event } = entry
    switch (event.kind) {
      case 'opened':
        return say(
          'plain',
          t(event.witnessed ? 'journal.event.opened' : 'journal.event.first-seen', {
            quantity: price(event.quantity),
            price: price(event.entryPrice),
          }),
          t('journal.event.margin', { amount: amount(event.margin) }),
          ...(event.follows === null ? [] : [t('journal.event.follows')]),
        )
      case 'increased': {
        const losing = event.losing === true
        const key = losing ? 'journal.event.increased.losing' : 'journal.event.increased'
        return say(
          losing ? 'caution' : 'plain',
          t(key, { quantity: price(event.quantity) }),
          t('journal.event.margin', { amount: amount(event.margin) }),
        )
      }
      case 'reduced':
        return say('plain', t('journal.event.reduced', { quantity: price(event.quantity) }))
      case 'margin-added':
        return added(event, entry)
      case 'margin-removed': {
        const title = withAmount('journal.event.removed', event.amount)
        return say('plain', title, ...around(event))
      }
      case 'funding':
        return say('plain', funding(event.amount))
      case 'leverage-changed':
        return say('plain', t('journal.event.leverage', { from: event.from, to: event.to }))
      case 'margin-mode-changed': {
        const modes = { from: t(`mode.${event.from}`), to: t(`mode.${event.to}`) }
        return say('plain', t('journal.event.mode', modes))
      }
      case 'stop-changed':
        return stopChanged(event.from, event.to)
      case 'resumed':
        return say('plain', t('journal.event.resumed'))
      case 'other-account':
        return say('caution', t('journal.event.other-account'))
      case 'closed':
        return say(event.how === 'liquidated' ? 'danger' : 'plain', ending(event), ...market(event))
      case 'corrected':
        return say('plain', corrected(event))
      case 'declared':
        return say('plain', t('journal.event.declared', { count: event.additions }))
      case 'undone':
        return say('plain', t('journal.event.undone'))
      case 'noted':
        return noted(event, entry)
    }
  }

  return (entry: TimelineEntry): DescribedEvent => {
    const { tone, title, details } = describe(entry)
    const { awaySince } = entry.event
    const since = awaySince === null ? null : (moments.long(awaySince) ?? t('unknown'))
    return say(
      tone,
      title,
      ...details,
      ...(since === null ? [] : [t('journal.event.away', { since })]),
      ...(entry.undone ? [t('journal.event.taken-back')] : []),
    )
  }
}
