import type { Breach } from '@/lib/rules/limits'
import { useTranslation } from '../translation-context'

/** Binance's own description; the setting itself has no address. */
const DESCRIPTION = 'https://www.binance.com/en/support/faq/ad7fd07f63a64954a6d6e9257d16adcc'

/** After a breach, when nothing is open: a pause that the exchange itself can hold. */
export const CoolingOff = ({ breach }: { breach: Breach }) => {
  const { t } = useTranslation()
  return (
    <aside class="cooling-off">
      <p>{t(`cooling-off.${breach.by}`, { symbol: breach.symbol })}</p>
      <p>
        {t('cooling-off.how')}{' '}
        <a href={DESCRIPTION} target="_blank" rel="noopener noreferrer">
          {t('cooling-off.link')}
        </a>
      </p>
    </aside>
  )
}
