import type { Totals } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'

type Group = Totals['groups'][number]

const Bar = ({ known, gains, losses }: Group) => {
  const { t, formats } = usePageTranslation()
  const even = known - gains - losses
  const said = t('journal.totals.bar', {
    gains: formats.count(gains),
    even: formats.count(even),
    losses: formats.count(losses),
  })
  const parts = [
    ['gain', gains],
    ['even', even],
    ['loss', losses],
  ] as const
  return (
    <div class="ended-bar" role="img" aria-label={said} title={said}>
      {parts.map(
        ([name, count]) =>
          count > 0 && <span key={name} class={name} style={{ flexGrow: String(count) }} />,
      )}
    </div>
  )
}

/** How positions ended, by how often margin was added to them: what happened, and no word of why. */
export const AdditionsPicture = ({ totals }: { totals: Totals }) => {
  const { t, formats } = usePageTranslation()
  const { groups, added, leftOut } = totals
  // The deepest hole is the lesson.
  const lesson = groups.findLast(({ additions, known }) => additions > 0 && known > 0)
  const signed = (sums: Totals['added']) =>
    sums.map(({ asset, amount }) => formats.signedAmount(amount, asset, 'down')).join(' · ')
  const signOf = (sums: Totals['added']) =>
    sums.length === 1 && !sums[0]?.amount.isZero()
      ? sums[0]?.amount.isNeg()
        ? 'loss'
        : 'gain'
      : undefined
  return (
    <div class="card additions">
      {lesson !== undefined && added.length > 0 && (
        <p class="sum" data-total="added">
          {t('journal.totals.sum', { sum: signed(added) })}
        </p>
      )}
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
        <caption class="spoken">{t('journal.totals.additions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('journal.totals.group')}</th>
            <th scope="col">{t('journal.totals.ended')}</th>
            <td class="picture">
              <span class="legend">
                {(['gain', 'even', 'loss'] as const).map((name) => (
                  <span key={name} class={name}>
                    {t(`journal.totals.legend.${name}`)}
                  </span>
                ))}
              </span>
            </td>
            <th scope="col">{t('journal.totals.at-a-loss')}</th>
            <th scope="col">{t('journal.totals.result')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { additions, known, losses, lossShare, sums } = group
            return (
              <tr key={additions} data-group={additions}>
                <th scope="row">{t('journal.totals.group.name', { group: additions })}</th>
                <td data-cell="ended">{formats.count(known)}</td>
                <td class="picture">{known > 0 && <Bar {...group} />}</td>
                <td data-cell="losses">
                  {lossShare === null
                    ? '–'
                    : t('journal.totals.losses', {
                        losses: formats.count(losses),
                        share: formats.percent(lossShare, 'up'),
                      })}
                </td>
                <td data-cell="result" data-outcome={signOf(sums)}>
                  {sums.length === 0 ? '–' : signed(sums)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {leftOut > 0 && <p class="note">{t('journal.totals.left-out', { count: leftOut })}</p>}
      <p class="note">{t('journal.totals.basis')}</p>
    </div>
  )
}
