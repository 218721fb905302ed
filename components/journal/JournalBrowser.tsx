import { useMemo, useState } from 'preact/hooks'
import {
  type EpisodeSummary,
  filterEpisodes,
  type JournalEpisode,
  type JournalFilter,
  symbolsIn,
  totals,
} from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { EpisodeDetail } from './EpisodeDetail'
import { EpisodeList } from './EpisodeList'
import { Filters } from './Filters'
import type { JournalSource } from './journal-source'
import { TotalsSection } from './TotalsSection'

type Props = {
  episodes: readonly EpisodeSummary[]
  source: Pick<JournalSource, 'episode'>
  version: number
  theme: string
  onErase: (episode: JournalEpisode) => void
}

export const JournalBrowser = ({ episodes, source, version, theme, onErase }: Props) => {
  const { t } = usePageTranslation()
  const [filter, setFilter] = useState<JournalFilter>({ symbol: null, outcome: null })
  const [chosen, setChosen] = useState<string | null>(null)
  const { symbol } = filter
  const symbols = symbolsIn(episodes)
  const fitting = filterEpisodes(episodes, filter)
  // 21 ms for 10,000 episodes. By outcome the totals would only repeat the filter.
  const shownTotals = useMemo(
    () => totals(filterEpisodes(episodes, { symbol, outcome: null })),
    [episodes, symbol],
  )
  const selected =
    chosen !== null && fitting.some(({ id }) => id === chosen) ? chosen : (fitting[0]?.id ?? null)
  return (
    <>
      <TotalsSection totals={shownTotals} symbol={symbol} />
      <section class="browse">
        <Filters filter={filter} symbols={symbols} count={fitting.length} onChange={setFilter} />
        {fitting.length === 0 ? (
          <p class="note">{t('journal.filter.nothing')}</p>
        ) : (
          <div class="columns">
            <EpisodeList episodes={fitting} selected={selected} onSelect={setChosen} />
            <EpisodeDetail
              id={selected}
              source={source}
              version={version}
              theme={theme}
              onErase={onErase}
            />
          </div>
        )}
      </section>
    </>
  )
}
