import { useId } from 'preact/hooks'
import { type JournalFilter, type Outcome, outcomes } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'

type Props = {
  filter: JournalFilter
  symbols: readonly string[]
  count: number
  onChange: (filter: JournalFilter) => void
}

export const Filters = ({ filter, symbols, count, onChange }: Props) => {
  const { t } = usePageTranslation()
  const id = useId()
  return (
    <div class="filters">
      <label for={`${id}-symbol`}>{t('journal.filter.symbol')}</label>
      <select
        id={`${id}-symbol`}
        data-filter="symbol"
        value={filter.symbol ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, symbol: value === '' ? null : value })
        }
      >
        <option value="">{t('journal.filter.all')}</option>
        {symbols.map((symbol) => (
          <option key={symbol} value={symbol}>
            {symbol}
          </option>
        ))}
      </select>
      <label for={`${id}-outcome`}>{t('journal.filter.outcome')}</label>
      <select
        id={`${id}-outcome`}
        data-filter="outcome"
        value={filter.outcome ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, outcome: outcomes.find((each: Outcome) => each === value) ?? null })
        }
      >
        <option value="">{t('journal.filter.all')}</option>
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`journal.outcome.${outcome}`)}
          </option>
        ))}
      </select>
      <span class="count" role="status">
        {t('journal.filter.count', { count })}
      </span>
    </div>
  )
}
