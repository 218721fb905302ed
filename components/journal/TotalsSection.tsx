import type { AssetAmount, Totals } from '@/lib/journal'
import { usePageTranslation } from '../page-translation'

type Props = {
  totals: Totals
  /** `null`: of all. */
  symbol: string | null
}

/** What the past teaches: additions against endings, liquidations, missing stops. */
export const TotalsSection = ({ totals, symbol }: Props) => {
  const { t, formats } = usePageTranslation()
  const { closed, open, groups, leftOut, liquidations, stops } = totals
  // The deepest hole is the lesson.
  const lesson = groups.findLast(({ additions, known }) => additions > 0 && known > 0)
  const signed = ({ asset, amount }: AssetAmount) => formats.signedAmount(amount, asset, 'down')
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
        <div class="card additions">
          <p class="lesson" data-total="lesson">
            {lesson === undefined
              ? t('journal.totals.no-lesson')
              : t('journal.totals.lesson', {
                  group: lesson.additions,
                  losses: lesson.losses,
                  known: formats.count(lesson.known),
                })}
          </p>
          <table>
            <caption>{t('journal.totals.additions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('journal.totals.group')}</th>
                <th scope="col">{t('journal.totals.ended')}</th>
                <th scope="col">{t('journal.totals.at-a-loss')}</th>
                <th scope="col">{t('journal.totals.average')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ additions, known, losses, lossShare, averages }) => (
                <tr key={additions} data-group={additions}>
                  <th scope="row">{t('journal.totals.group.name', { group: additions })}</th>
                  <td>{formats.count(known)}</td>
                  <td>
                    {lossShare === null
                      ? '–'
                      : t('journal.totals.losses', {
                          losses: formats.count(losses),
                          share: formats.percent(lossShare, 'up'),
                        })}
                  </td>
                  <td>{averages.length === 0 ? '–' : averages.map(signed).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {leftOut > 0 && <p class="note">{t('journal.totals.left-out', { count: leftOut })}</p>}
          <p class="note">{t('journal.totals.basis')}</p>
        </div>
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
