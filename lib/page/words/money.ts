import { isDollar, quoteAssets } from '@/lib/margin'

export const isQuoteAsset = (text: string): boolean => quoteAssets.some((asset) => asset === text)

/** What amounts are counted in, and no coin that is traded: "USD" as well. */
export const isMoney = (text: string): boolean => isDollar(text) || isQuoteAsset(text)
