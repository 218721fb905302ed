import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { EpisodeSummary } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { EpisodeRow } from './EpisodeRow'
import { scrollToRow, visibleRows } from './visible-rows'

/** As in the style sheet, px. */
const ROW = 64
/** Until it has been measured. */
const VIEWPORT = 640

type Props = {
  episodes: readonly EpisodeSummary[]
  selected: string | null
  onSelect: (id: string) => void
}

/** Where a key leads from row `at`. */
const targets: Readonly<Record<string, (at: number, page: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: () => Infinity,
}

/** A listbox of any length, of which only the rows in sight exist. Choosing shows the episode. */
export const EpisodeList = ({ episodes, selected, onSelect }: Props) => {
  const { t } = usePageTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const [viewport, setViewport] = useState(VIEWPORT)
  const count = episodes.length
  const at = episodes.findIndex(({ id }) => id === selected)

  useEffect(() => {
    const element = box.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setViewport(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // A shorter list: the browser has scrolled by itself, and says so only later.
  useLayoutEffect(() => {
    if (box.current !== null) setScrollTop(box.current.scrollTop)
  }, [count])

  const show = (row: number) => {
    const element = box.current
    if (element === null) return
    element.scrollTop = scrollToRow(row, { scrollTop: element.scrollTop, viewport, rowHeight: ROW })
    setScrollTop(element.scrollTop)
  }

  const { first, end } = visibleRows({ scrollTop, viewport, rowHeight: ROW, count })
  const rows = episodes.slice(first, end)
  const inSight = at >= first && at < end
  return (
    <div
      ref={box}
      class="episodes"
      role="listbox"
      tabIndex={0}
      aria-label={t('journal.list')}
      {...(inSight && { 'aria-activedescendant': `episode-${String(at)}` })}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const wanted = targets[event.key]?.(at, Math.max(1, Math.floor(viewport / ROW) - 1))
        if (wanted === undefined) return
        const row = Math.max(0, Math.min(count - 1, wanted))
        const episode = episodes[row]
        if (episode === undefined) return
        event.preventDefault()
        onSelect(episode.id)
        show(row)
      }}
    >
      <div class="rows" role="presentation" style={{ height: `${String(count * ROW)}px` }}>
        {rows.map((summary, index) => (
          <div
            key={summary.id}
            id={`episode-${String(first + index)}`}
            class="episode"
            role="option"
            aria-selected={summary.id === selected}
            aria-setsize={count}
            aria-posinset={first + index + 1}
            data-episode={summary.id}
            style={{ top: `${String((first + index) * ROW)}px` }}
            onClick={() => onSelect(summary.id)}
          >
            <EpisodeRow summary={summary} />
          </div>
        ))}
      </div>
    </div>
  )
}
