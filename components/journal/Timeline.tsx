import { type JournalEpisode, timeline } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { eventDescriber, type Tone } from './describe-event'
import { Moment } from './Moment'

const marks: Record<Tone, string> = { plain: '○', calm: '●', caution: '◆', danger: '▲' }

type Props = { episode: JournalEpisode }

export const Timeline = ({ episode }: Props) => {
  const translation = usePageTranslation()
  const describe = eventDescriber(translation, episode)
  const entries = timeline(episode).map((entry) => ({ entry, told: describe(entry) }))
  return (
    <section class="timeline">
      <h3>{translation.t('journal.timeline')}</h3>
      <ol>
        {entries.map(({ entry: { event, undone }, told }) => (
          <li key={event.id} data-event={event.kind} data-tone={told.tone} data-undone={undone}>
            <span class="mark" aria-hidden="true">
              {marks[told.tone]}
            </span>
            <div>
              <p class="title">{told.title}</p>
              {told.details.map((detail) => (
                <p key={detail}>{detail}</p>
              ))}
            </div>
            <span class="when">
              <Moment at={event.at} form="long" />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
