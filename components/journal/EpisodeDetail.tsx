import { useEffect, useState } from 'preact/hooks'
import { endingOf, type JournalEpisode } from '@/lib/journal'
import { reasonOf } from '../own-page/use-attempts'
import { usePageTranslation } from '../own-page/page-translation'
import { Ended } from './Ended'
import { EpisodeChart } from './EpisodeChart'
import { EpisodeFacts } from './EpisodeFacts'
import type { JournalSource } from './journal-source'
import { Timeline } from './Timeline'

type Props = {
  id: string | null
  source: Pick<JournalSource, 'episode'>
  /** Raised when the journal has changed: the episode is loaded again. */
  version: number
  theme: string
  onErase: (episode: JournalEpisode) => void
}

type Shown = JournalEpisode | 'choose' | 'gone' | 'damaged' | { unreadable: string }

/** One episode, loaded when it is looked at. */
export const EpisodeDetail = ({ id, source, version, theme, onErase }: Props) => {
  const { t } = usePageTranslation()
  const [shown, setShown] = useState<Shown>('choose')

  useEffect(() => {
    if (id === null) {
      setShown('choose')
      return
    }
    let wanted = true
    const show = (next: Shown) => {
      if (wanted) setShown(next)
    }
    source.episode(id).then(
      (found) => show(found ?? 'gone'),
      (fault: unknown) => show({ unreadable: reasonOf(fault) }),
    )
    return () => {
      wanted = false
    }
  }, [id, source, version])

  if (typeof shown === 'string') return <p class="note">{t(`journal.detail.${shown}`)}</p>
  if ('unreadable' in shown) {
    return <p class="note">{t('journal.unreadable', { reason: shown.unreadable })}</p>
  }
  const episode = shown
  const { outcome } = endingOf(episode)
  const { leverage } = episode.figures
  return (
    <article class="detail" data-shown={episode.id} aria-label={episode.symbol}>
      <header>
        <h2>{episode.symbol}</h2>
        <span class={`side ${episode.side}`}>{t(`side.${episode.side}`)}</span>
        {leverage !== null && <span class="leverage">{leverage}×</span>}
        <span class="mode">{t(`mode.${episode.marginMode}`)}</span>
        <Ended outcome={outcome} />
        {outcome !== 'open' && (
          <button type="button" data-action="erase-one" onClick={() => onErase(episode)}>
            {t('journal.erase.one')}
          </button>
        )}
      </header>
      <EpisodeFacts episode={episode} />
      <EpisodeChart episode={episode} theme={theme} />
      <Timeline episode={episode} />
    </article>
  )
}
