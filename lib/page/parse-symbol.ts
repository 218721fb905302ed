import type { Side } from '@/lib/margin'
import { LEVERAGE } from './find-rows'
import type { ContractType } from './page-reading'
import { sideOf } from './words'

export type ParsedSymbol = {
  /** "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_260925": one name for one contract. */
  symbol: string
  contractType: ContractType | null
  leverage: string | null
  badge: Side | null
}

/** Letters of any script and digits; upper case where there is one (`龙虾USDT`, `1000PEPEUSDT`). */
const SYMBOL = /^(?=.*\p{L})[\p{Lu}\p{Lo}\p{N}]{3,30}$/u
const PERPETUAL = /^perp(?:etual)?$/i
const DELIVERY = /^\d{4}(?:\d{2})?$/

/**
 * Reads the tokens of a symbol cell: "BTCUSDT" "Perp" "20x", in one text or several. More than one
 * word that could be the symbol: `null`.
 */
export const parseSymbol = (texts: readonly string[]): ParsedSymbol | null => {
  const words = texts.flatMap((text) => text.split(/[\s_]+/)).filter((word) => word !== '')
  let contractType: ContractType | null = null
  let leverage: string | null = null
  let badge: Side | null = null
  const names: string[] = []
  for (const word of words) {
    const side = sideOf(word)
    if (LEVERAGE.test(word)) leverage = word.slice(0, -1)
    else if (PERPETUAL.test(word)) contractType = { kind: 'perpetual' }
    else if (DELIVERY.test(word)) contractType = { kind: 'dated', delivery: word }
    else if (side !== null) badge = side
    else if (SYMBOL.test(word)) names.push(word)
  }
  const [name, ...others] = names
  if (name === undefined || others.length > 0) return null
  return { symbol: contractName(name, contractType), contractType, leverage, badge }
}

/** COIN-M and dated contracts share the pair's name; the suffix keeps their positions apart. */
const contractName = (pair: string, type: ContractType | null): string => {
  if (type?.kind === 'dated') return `${pair}_${type.delivery}`
  return type?.kind === 'perpetual' && pair.endsWith('USD') ? `${pair}_PERP` : pair
}
