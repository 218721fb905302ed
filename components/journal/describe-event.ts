import { en, type MessageKey, type Moments, type Translation } from '@/lib/i18n'
import { type JournalEpisode, printed, type TimelineEntry } from '@/lib/journal'

export type Tone = 'plain' | 'calm' | 'caution' | 'danger'

/** An event in words: what, and what there is to know about it. */
export type DescribedEvent = { title: string; details: string[]; tone: Tone }

type Speaker = {
  translation: Translation<MessageKey>
  moments: Moments
  episode: Pick<JournalEpisode, 'marginAsset' | 'events'>
}
type JournalEvent = JournalEpisode['events'][number]
type Of<K extends JournalEvent['kind']> = Extract<JournalEvent, { kind: K }>
type Stop = Of<'stop-changed'>['from']

/** Speaks of the events of one episode. */
export const eventDescriber = ({ translation, moments, episode }: Speaker) => {
  const { t, formats } = translation
  const asset = episode.marginAsset

  const price = (numeral: string | null): string => {
    if (numeral === null) return t('unknown')
    if (numeral === 'none') return t('none')
    const { value, decimals } = printed(numeral)
    return formats.price(value, decimals)
  }
  const amount = (numeral: string | null): string =>
    numeral === null ? t('unknown') : formats.amount(printed(numeral).value, asset, 'up')
  const pnl = (numeral: string): string =>
    formats.signedAmount(printed(numeral).value, asset, 'down')
  const quantity = (numeral: string): string => price(numeral)

  const around = (event: Of<'margin-added' | 'margin-removed'>): string[] => [
    t('journal.event.liquidation', {
      before: price(event.liquidationBefore),
      after: price(event.liquidationAfter),
    }),
    ...(event.markPrice === null
      ? []
      : [t('journal.event.mark', { price: price(event.markPrice) })]),
    ...(event.unrealizedPnl === null
      ? []
      : [t('journal.event.pnl', { pnl: pnl(event.unrealizedPnl) })]),
  ]

  const added = (event: Of<'margin-added'>, entry: TimelineEntry): DescribedEvent => {
    const given = { amount: amount(event.amount), ordinal: entry.addition ?? 0 }
    switch (entry.verdict) {
      case 'asked':
        return {
          title: t('journal.event.asked', given),
          details: [t('journal.event.asked.detail'), ...around(event)],
          tone: 'caution',
        }
      case 'counted':
        return {
          title: t('journal.event.added', given),
          details: around(event),
          tone: (entry.addition ?? 0) > 1 ? 'danger' : 'caution',
        }
      case 'not-counted':
      case null:
        return {
          title: t('journal.event.not-counted', given),
          details: around(event),
          tone: 'plain',
        }
    }
  }

  const stopChanged = (from: Stop, to: Stop): DescribedEvent => {
    if (to.state === 'present') {
      const moved = from.state === 'present'
      const given = { from: moved ? price(from.price) : '', to: price(to.price) }
      const title = t(moved ? 'journal.event.stop-moved' : 'journal.event.stop-set', given)
      return { title, details: [], tone: moved ? 'plain' : 'calm' }
    }
    if (to.state === 'unknown') {
      return { title: t('journal.event.stop-hidden'), details: [], tone: 'plain' }
    }
    const removed = from.state === 'present'
    return {
      title: t(removed ? 'journal.event.stop-removed' : 'journal.event.stop-absent'),
      details: [],
      tone: removed ? 'caution' : 'plain',
    }
  }

  const funding = (settled: string | null): DescribedEvent => {
    if (settled === null) {
      return { title: t('journal.event.funding.unknown'), details: [], tone: 'plain' }
    }
    const { value } = printed(settled)
    const title = value.isNeg()
      ? t('journal.event.funding.paid', { amount: formats.amount(value.abs(), asset, 'up') })
      : t('journal.event.funding.received', { amount: formats.amount(value, asset, 'down') })
    return { title, details: [], tone: 'plain' }
  }

  /** Only a stop and a liquidation are inferred from prices, and may be something else. */
  const ending = ({ how, certain }: Of<'closed'>): string =>
    t(
      (how === 'stopped' || how === 'liquidated') && !certain
        ? `journal.event.${how}.probably`
        : `journal.event.${how}`,
    )

  const closed = (event: Of<'closed'>): DescribedEvent => {
    const { how, markPrice, unrealizedPnl } = event
    return {
      title: ending(event),
      details: [
        ...(markPrice === null ? [] : [t('journal.event.mark', { price: price(markPrice) })]),
        ...(unrealizedPnl === null ? [] : [t('journal.event.pnl', { pnl: pnl(unrealizedPnl) })]),
      ],
      tone: how === 'liquidated' ? 'danger' : 'plain',
    }
  }

  const corrected = ({ event: id, isAddition }: Of<'corrected'>): string => {
    const about = episode.events.find((event) => event.id === id)
    return t(isAddition ? 'journal.event.said-yes' : 'journal.event.said-no', {
      amount: about?.kind === 'margin-added' ? amount(about.amount) : t('unknown'),
    })
  }

  const noted = ({ code, severity }: Of<'noted'>, { next }: TimelineEntry): DescribedEvent => {
    const key = `journal.warning.${code}`
    const known = Object.hasOwn(en, key)
    const deed =
      next === null
        ? t('journal.event.next.none')
        : t('journal.event.next', {
            deed: t(`journal.deed.${next.kind}`),
            after: formats.duration(next.after),
          })
    return {
      title: known
        ? t('journal.event.warned', { warning: t(key as MessageKey) })
        : t('journal.event.noted', { code }),
      details: known ? [deed] : [],
      tone: severity ?? 'caution',
    }
  }

  const plain = (title: string, ...details: string[]): DescribedEvent => ({
    title,
    details,
    tone: 'plain',
  })

  const describe = (entry: TimelineEntry): DescribedEvent => {
    const { event } = entry
    switch (event.kind) {
      case 'opened':
        return plain(
          t(event.witnessed ? 'journal.event.opened' : 'journal.event.first-seen', {
            quantity: quantity(event.quantity),
            price: price(event.entryPrice),
          }),
          t('journal.event.margin', { amount: amount(event.margin) }),
          ...(event.follows === null ? [] : [t('journal.event.follows')]),
        )
      case 'increased': {
        const losing = event.losing === true
        const key = losing ? 'journal.event.increased.losing' : 'journal.event.increased'
        return {
          title: t(key, { quantity: quantity(event.quantity) }),
          details: [t('journal.event.margin', { amount: amount(event.margin) })],
          tone: losing ? 'caution' : 'plain',
        }
      }
      case 'reduced':
        return plain(t('journal.event.reduced', { quantity: quantity(event.quantity) }))
      case 'margin-added':
        return added(event, entry)
      case 'margin-removed':
        return plain(t('journal.event.removed', { amount: amount(event.amount) }), ...around(event))
      case 'funding':
        return funding(event.amount)
      case 'leverage-changed':
        return plain(t('journal.event.leverage', { from: event.from, to: event.to }))
      case 'margin-mode-changed':
        return plain(
          t('journal.event.mode', { from: t(`mode.${event.from}`), to: t(`mode.${event.to}`) }),
        )
      case 'stop-changed':
        return stopChanged(event.from, event.to)
      case 'resumed':
        return plain(t('journal.event.resumed'))
      case 'other-account':
        return { ...plain(t('journal.event.other-account')), tone: 'caution' }
      case 'closed':
        return closed(event)
      case 'corrected':
        return plain(corrected(event))
      case 'declared':
        return plain(t('journal.event.declared', { count: event.additions }))
      case 'undone':
        return plain(t('journal.event.undone'))
      case 'noted':
        return noted(event, entry)
    }
  }

  return (entry: TimelineEntry): DescribedEvent => {
    const described = describe(entry)
    const { awaySince } = entry.event
    const since = awaySince === null ? null : (moments.long(awaySince) ?? t('unknown'))
    return {
      ...described,
      details: [
        ...described.details,
        ...(since === null ? [] : [t('journal.event.away', { since })]),
        ...(entry.undone ? [t('journal.event.taken-back')] : []),
      ],
    }
  }
}
