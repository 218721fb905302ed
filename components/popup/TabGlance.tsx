import type { Formats } from '@/lib/i18n'
import type { Limits } from '@/lib/rules/limits'
import type { JudgedPosition } from '@/lib/rules/panel'
import type { Band } from '@/lib/rules/position'
import { atLeast, Pips } from '../figures/Pips'
import { usePageTranslation } from '../own-page/page-translation'
import type { Column } from '@/lib/page/reading'
import type { FoundBy } from '../menu/self-check-view'
import { shapeOf } from '../figures/shape-of'

type Distance = Parameters<Formats['distance']>[0]

type NearestPosition = {
  symbol: string
  side: JudgedPosition['side']
  /** By the distance. */
  band: Band
  /** By the worst of every distance and warning in the tab. */
  tone: Band
  distance: { value: Distance } | { missing: 'none' | 'unknown' }
  additions: number | null
  additionsKnown: boolean
  allowed: Limits['maxMarginAdditions']
}

export type TabView = {
  status: 'positions' | 'flat' | 'hidden' | 'logged-out' | 'loading' | 'unreadable'
  rows: number
  unread: number
  columns: readonly { column: Column; foundBy: FoundBy | null }[]
  /** `null`: no position is open, or none is in sight. */
  nearest: NearestPosition | null
}

const Nearest = ({ nearest, rows }: { nearest: NearestPosition; rows: number }) => {
  const { t, formats } = usePageTranslation()
  const { distance, additions, additionsKnown, allowed } = nearest
  const isOver = additions !== null && additions > allowed
  return (
    <div class="nearest" data-band={nearest.band} data-tone={nearest.tone}>
      <p>
        <span class="distance">
          <span class="shape" aria-hidden="true">
            {shapeOf[nearest.tone]}
          </span>{' '}
          <strong data-tab-field="distance">
            {'value' in distance
              ? formats.distance(distance.value)
              : t(distance.missing === 'none' ? 'liquidation.none' : 'unknown')}
          </strong>
        </span>
        {additions !== null && (
          <span class="added" data-over={isOver ? '' : undefined}>
            <Pips count={additions} allowed={allowed} />
            <span>
              {t('glance.additions')} {atLeast(additionsKnown)}
              <span data-tab-field="additions">
                {t('additions.of', {
                  count: formats.count(additions),
                  allowed: formats.count(allowed),
                })}
              </span>
            </span>
          </span>
        )}
      </p>
      <p class="quiet">
        <span>
          <b>{nearest.symbol}</b> {t(`side.${nearest.side}`)}
          {'value' in distance && ` · ${t('field.liquidation-distance')}`}
        </span>
        {rows > 1 && <span>{t('check.tab.positions', { count: rows })}</span>}
      </p>
    </div>
  )
}

const Status = ({ tab }: { tab: TabView }) => {
  const { t } = usePageTranslation()
  const { status, nearest, rows } = tab
  if (status !== 'positions') return <p class="quiet">{t(`status.${status}`)}</p>
  if (nearest === null) return <p class="quiet">{t('check.tab.positions', { count: rows })}</p>
  return <Nearest nearest={nearest} rows={rows} />
}

/** No statement about a position rests on these. */
const unneeded: ReadonlySet<Column> = new Set(['roi', 'breakEvenPrice', 'funding'])

/** What of the page is not understood. */
const Amiss = ({ unread, columns }: Pick<TabView, 'unread' | 'columns'>) => {
  const { t } = usePageTranslation()
  const missing = columns.filter(({ column, foundBy }) => foundBy === null && !unneeded.has(column))
  return (
    <>
      {unread > 0 && <p class="amiss">{t('check.tab.unread', { count: unread })}</p>}
      {missing.length > 0 && (
        <p class="amiss">
          {t('check.tab.missing', {
            columns: missing.map(({ column }) => t(`check.column.${column}`)).join(', '),
          })}
        </p>
      )}
    </>
  )
}

/** The tab in front, at a glance; `null`: nobody of ours is there, `undefined`: it has not answered yet. */
export const TabGlance = ({ tab }: { tab: TabView | null | undefined }) => {
  const { t } = usePageTranslation()
  return (
    <section class="tab" aria-label={t('check.tab')} data-tab-status={tab?.status ?? 'none'}>
      {tab === null && <p class="quiet">{t('check.tab.none')}</p>}
      {tab && <Status tab={tab} />}
      {tab?.status === 'positions' && <Amiss unread={tab.unread} columns={tab.columns} />}
    </section>
  )
}
