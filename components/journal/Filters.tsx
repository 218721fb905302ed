import { useId } from 'preact/hooks'
import { type JournalFilter, outcomes } from '@/lib/journal'
import { usePageTranslation } from '../own-page/page-translation'
import { Select } from '../Select'

type Props = {
  filter: JournalFilter
  symbols: readonly string[]
  count: number
  onChange: (filter: JournalFilter) => void
}

export const Filters = ({ filter, symbols, count, onChange }: Props) => {
  const { t } = usePageTranslation()
  const id = useId()
  const all = ['', t('journal.filter.all')] as const
  return (
    <div class="filters">
      <label for={`${id}-symbol`}>{t('journal.filter.symbol')}</label>
      <Select
        id={`${id}-symbol`}
        data-filter="symbol"
        value={filter.symbol ?? ''}
        options={[all, ...symbols.map((symbol) => [symbol, symbol] as const)]}
        onPick={(value) => onChange({ ...filter, symbol: value === '' ? null : value })}
      />
      <label for={`${id}-outcome`}>{t('journal.filter.outcome')}</label>
      <Select
        id={`${id}-outcome`}
        data-filter="outcome"
        value={filter.outcome ?? ''}
        options={[all, ...outcomes.map((each) => [each, t(`journal.outcome.${each}`)] as const)]}
        onPick={(value) =>
          onChange({ ...filter, outcome: outcomes.find((each) => each === value) ?? null })
        }
      />
      <span class="count" role="status">
        {t('journal.filter.count', { count })}
      </span>
    </div>
  )
}
