import type { MessageKey, Translation } from '@/lib/i18n'
import { printed } from '@/lib/journal'

/** Stored numerals in words; `null`: not known. */
export const numeralTexts = (
  { t, formats }: Pick<Translation<MessageKey>, 't' | 'formats'>,
  asset: string | null,
) => ({
  /** Or a quantity. */
  price: (numeral: string | null): string => {
    if (numeral === null) return t('unknown')
    if (numeral === 'none') return t('none')
    const { value, decimals } = printed(numeral)
    return formats.price(value, decimals)
  },
  amount: (numeral: string | null): string =>
    numeral === null ? t('unknown') : formats.amount(printed(numeral).value, asset, 'up'),
})
