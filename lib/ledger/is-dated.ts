import type { Episode } from './ledger'

/** "BTCUSDT_1225", "BTCUSD_260925", "BTCUSDT_QUARTERLY", "ETHUSD_BI_QUARTER". */
const DELIVERY = /_(?:\d{4}|\d{6}|(?:BI_?)?QUARTER(?:LY)?)$/i

/** A contract with a day of delivery, by the page's own word or by its name. */
export const isDated = ({
  symbol,
  contractType,
}: Pick<Episode, 'symbol' | 'contractType'>): boolean =>
  contractType === 'dated' || DELIVERY.test(symbol)
