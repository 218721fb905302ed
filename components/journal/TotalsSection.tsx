import type { Totals } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { AdditionsPicture } from './AdditionsPicture'

type Props = {
  totals: Totals
  /** `null`: of all. */
  symbol: string | null
}

export const TotalsSection = ({ totals, symbol }: Props) => {
  const { t, formats } = usePageTranslation()
  const { closed, open, liquidations, stops } = totals
  const of = { symbol: symbol ?? '', closed: formats.count(closed), open: formats.count(open) }
  return (
    <section class="totals" aria-labelledby="totals-title">
      <header>
        <h2 id="totals-title">{t('journal.totals')}</h2>
        <p class="of">
          {t(symbol === null ? 'journal.totals.of-all' : 'journal.totals.of-symbol', of)}
        </p>
      </header>
      <div class="cards">
        <AdditionsPicture totals={totals} />
        <div class="card" data-total="liquidations">
          <h3>{t('journal.totals.liquidations')}</h3>
          {liquidations.count === 0 ? (
            <p class="note">{t('journal.totals.liquidations.none')}</p>
          ) : (
            <>
              {liquidations.lost.map(({ asset, amount }) => (
                <p class="figure" key={asset}>
                  {formats.amount(amount, asset, 'up')}
                </p>
              ))}
              <p class="note">
                {t('journal.totals.liquidations.count', {
                  count: liquidations.count,
                  unknown: liquidations.unknown,
                })}
              </p>
            </>
          )}
          {liquidations.probable > 0 && (
            <p class="note" data-total="probable">
              {t('journal.totals.liquidations.probable', { count: liquidations.probable })}
            </p>
          )}
        </div>
        <div class="card" data-total="stops">
          <h3>{t('journal.totals.stops')}</h3>
          {stops.share === null ? (
            <p class="note">{t('journal.totals.stops.unknown')}</p>
          ) : (
            <>
              <p class="figure">{formats.percent(stops.share, 'up')}</p>
              <p class="note">
                {t('journal.totals.stops.count', {
                  without: formats.count(stops.without),
                  known: formats.count(stops.known),
                })}
              </p>
            </>
          )}
        </div>
      </div>
    </section>
  )
}
