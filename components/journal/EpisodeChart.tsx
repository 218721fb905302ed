import { useEffect, useMemo, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import { chartSeries, type JournalEpisode } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { drawAdditions } from './draw-additions'
import { timeLabels } from './time-labels'

const HEIGHT = 260

type Props = {
  episode: JournalEpisode
  /** Colours are read again when it changes. */
  theme: string
}

/** Digits behind the point that the page prints for this contract's prices. */
const decimalsOf = ({ figures, markPrice }: JournalEpisode): number =>
  Math.min(
    12,
    Math.max(...[figures.entryPrice, markPrice].map((price) => price?.split('.')[1]?.length ?? 0)),
  )

/** Prices over time. The timeline says the same in words. */
export const EpisodeChart = ({ episode, theme }: Props) => {
  const { t, language, moments } = usePageTranslation()
  const box = useRef<HTMLDivElement>(null)
  const zoom = useRef<{ id: string; min: number; max: number } | null>(null)
  const series = useMemo(() => chartSeries(episode), [episode])
  const drawable = series.times.length > 1

  useEffect(() => {
    const element = box.current
    if (element === null || !drawable) return
    const css = getComputedStyle(element)
    const colour = (name: string) => css.getPropertyValue(`--mb-${name}`).trim()
    const decimals = decimalsOf(episode)
    const format = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    const labels = timeLabels(language)
    const print = (price: number | null) => (price === null ? '–' : format.format(price))
    const line = (label: string, stroke: string, dash: number[] = []): uPlot.Series => ({
      label,
      stroke,
      dash,
      width: 1.5,
      points: { show: false },
      value: (_, price: number | null) => print(price),
    })
    const { stepped } = uPlot.paths
    const steps = stepped === undefined ? {} : { paths: stepped({ align: 1 }) }
    const axis: uPlot.Axis = {
      stroke: colour('muted'),
      grid: { stroke: colour('line'), width: 1 },
      ticks: { stroke: colour('line'), width: 1 },
    }
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: {
          markers: {
            width: 2,
            dash: (_, index) => (index === 2 ? 'dashed' : index === 4 ? 'dotted' : 'solid'),
          },
        },
        cursor: { drag: { x: true, y: false }, points: { size: 6 } },
        series: [
          {
            label: t('journal.chart.time'),
            value: (_, at: number | null) =>
              at === null ? '–' : (moments.long(at * 1_000) ?? '–'),
          },
          line(t('journal.chart.mark'), colour('text')),
          { ...line(t('journal.chart.entry'), colour('info'), [8, 4]), ...steps },
          { ...line(t('journal.chart.liquidation'), colour('danger')), ...steps, width: 2 },
          { ...line(t('journal.chart.stop'), colour('calm'), [2, 3]), ...steps },
        ],
        axes: [
          {
            ...axis,
            space: 80,
            values: (_chart, splits, _axis, _space, step) => labels(splits, step),
          },
          {
            ...axis,
            size: 84,
            values: (_, splits) => splits.map((price) => print(price)),
          },
        ],
        hooks: {
          draw: [
            drawAdditions(series.additions, {
              mark: colour('caution'),
              text: colour('surface'),
            }),
          ],
        },
      },
      [series.times, series.mark, series.entry, series.liquidation, series.stop],
      element,
    )
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: HEIGHT }),
    )
    observer.observe(element)
    // Drawn again with every event of the ledger: what was looked at stays in sight.
    if (zoom.current?.id === episode.id) chart.setScale('x', zoom.current)
    const [first = 0, last = first] = [series.times[0], series.times.at(-1)]
    return () => {
      const { min = first, max = last } = chart.scales['x'] ?? {}
      zoom.current = min > first || max < last ? { id: episode.id, min, max } : null
      observer.disconnect()
      chart.destroy()
    }
  }, [series, drawable, episode, language, t, moments, theme])

  if (!drawable) return <p class="note">{t('journal.chart.too-little')}</p>
  return (
    <figure class="chart">
      <figcaption>{t('journal.chart')}</figcaption>
      <div
        ref={box}
        role="img"
        aria-label={t('journal.chart.label', { additions: series.additions.length })}
      />
    </figure>
  )
}
