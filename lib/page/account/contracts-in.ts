import { isFigure } from '../locate/placed-texts'
import { parseSymbol, symbolIn } from '../scan/symbol'

/** The contracts that these texts name, whose kind stands behind: "BTCUSD" and "Perp", "BTCUSDT" and "1225". */
export const contractsIn = (texts: readonly string[], isInverse: boolean): string[] =>
  texts.flatMap((text, at) => {
    if (symbolIn(text) === null || isFigure(text)) return []
    const next = texts[at + 1] ?? ''
    return (parseSymbol([text, next], isInverse) ?? parseSymbol([text], isInverse))?.symbol ?? []
  })
