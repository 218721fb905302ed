import type { ComponentChildren } from 'preact'
import { endingOf, isEndSeen, type JournalEpisode, summarize } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { Moment } from './Moment'
import { numeralTexts } from './numeral-texts'

type FactProps = { label: string; name: string; children: ComponentChildren }

const Fact = ({ label, name, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd data-fact={name}>{children}</dd>
  </div>
)

/** The figures of one episode. What we do not know is shown as unknown. */
export const EpisodeFacts = ({ episode }: { episode: JournalEpisode }) => {
  const translation = usePageTranslation()
  const { t, formats } = translation
  const { figures, marginAsset: asset, openedAt, closedAt, events } = episode
  const opening = events.find((event) => event.kind === 'opened')
  const isSeen = isEndSeen(episode)
  const { result } = endingOf(episode)
  const { additions, additionsKnown, addedMargin } = summarize(episode)
  const { price, amount } = numeralTexts(translation, asset)
  const resultLabel =
    result?.basis === 'margin-lost'
      ? 'journal.detail.result.margin-lost'
      : result?.inParts === true
        ? 'journal.detail.result.in-parts'
        : 'journal.detail.result'
  return (
    <dl class="facts">
      <Fact
        name="opened"
        label={t(
          opening?.witnessed === true ? 'journal.detail.opened' : 'journal.detail.first-seen',
        )}
      >
        <Moment at={openedAt} form="long" />
      </Fact>
      {closedAt !== null && (
        <>
          <Fact
            name="closed"
            label={t(isSeen ? 'journal.detail.closed' : 'journal.detail.found-closed')}
          >
            <Moment at={closedAt} form="long" />
          </Fact>
          <Fact name="held" label={t('journal.detail.held')}>
            {isSeen && opening?.witnessed === true
              ? formats.duration(Math.max(0, closedAt - openedAt))
              : t('unknown')}
          </Fact>
        </>
      )}
      <Fact name="size" label={t('journal.detail.size')}>
        {price(figures.quantity)}
      </Fact>
      <Fact name="entry" label={t('journal.detail.entry')}>
        {price(figures.entryPrice)}
      </Fact>
      <Fact name="liquidation" label={t('field.liquidation-price')}>
        {price(figures.liquidationPrice)}
      </Fact>
      <Fact name="initial-margin" label={t('journal.detail.initial-margin')}>
        {amount(opening?.witnessed === true ? opening.margin : null)}
      </Fact>
      {episode.marginMode === 'isolated' && (
        <>
          <Fact name="additions" label={t('glance.additions')}>
            {additionsKnown
              ? t('journal.detail.times', { count: formats.count(additions) })
              : t(additions === 0 ? 'unknown' : 'journal.additions.at-least', { count: additions })}
          </Fact>
          <Fact name="added-margin" label={t('journal.detail.added-margin')}>
            {amount(additionsKnown || additions > 0 ? addedMargin : null)}
          </Fact>
        </>
      )}
      {closedAt !== null && (
        <Fact name="result" label={t(resultLabel)}>
          {result === null ? t('unknown') : formats.signedAmount(result.amount, asset, 'down')}
        </Fact>
      )}
    </dl>
  )
}
