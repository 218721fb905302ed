import { type EpisodeSummary, printed } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { Ended } from './Ended'
import { Moment } from './Moment'

export const EpisodeRow = ({ summary }: { summary: EpisodeSummary }) => {
  const { t, formats } = usePageTranslation()
  const { symbol, side, marginMode, outcome, marginAsset, additions, additionsKnown } = summary
  const result = summary.result === null ? null : printed(summary.result).value
  return (
    <>
      <span class="line">
        <span class="what">
          <strong>{symbol}</strong> <span class={`side ${side}`}>{t(`side.${side}`)}</span>{' '}
          {marginMode === 'cross' && <span class="mode">{t('mode.cross')}</span>}
        </span>
        <Ended outcome={outcome}>
          {result !== null && (
            <span class="result"> {formats.signedAmount(result, marginAsset, 'down')}</span>
          )}
        </Ended>
      </span>
      <span class="line">
        <span class="when">
          <Moment at={summary.openedAt} form="short" />
        </span>
        <span class="how">
          {marginMode === 'isolated' && additions > 0 && (
            <span data-additions={additions}>
              {t(additionsKnown ? 'journal.additions' : 'journal.additions.at-least', {
                count: additions,
              })}
            </span>
          )}
          {marginMode === 'isolated' && additions === 0 && !additionsKnown && (
            <span>{t('journal.additions.unknown')}</span>
          )}
          {summary.stop === 'never' && <span>{t('journal.no-stop')}</span>}
        </span>
      </span>
    </>
  )
}
