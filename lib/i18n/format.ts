import { Decimal, isDollar } from '@/lib/margin'
import { numberFormat } from './intl'

/** Distances and remainders are rounded down, losses and shares up: never towards safe. */
export type Towards = 'down' | 'up'

export type Formats = {
  /** 0.04938 rounded 'down' is "4.93%". A figure that is not zero is never printed as zero. */
  percent: (fraction: Decimal, towards: Towards) => string
  /** "+1.53 %" of 0.01522: how far a price has to move, with its sign and never less than it is. */
  signedPercent: (fraction: Decimal) => string
  /**
   * A distance to liquidation, rounded down. Beyond 100 % whole per cent are fine enough, and beyond
   * 1,000 % it is only far: a small cross short next to a large balance is 120,000 % away.
   */
  distance: (fraction: Decimal) => string
  /**
   * With the digits that the page prints. A price that was computed has more of them: `towards` says
   * which end of an interval it is, or where the mark is.
   */
  price: (price: Decimal, decimals: number, towards?: Towards) => string
  /** An amount with its asset: two digits for dollars, eight for coins. */
  amount: (amount: Decimal, asset: string | null, towards: Towards) => string
  /** The same with its sign written out: "+8.32 USDT". */
  signedAmount: (amount: Decimal, asset: string | null, towards: Towards) => string
  count: (count: number) => string
  /** "3 min", "2 hr": the largest unit that is not zero. */
  duration: (milliseconds: number) => string
}

const digitsOf = (asset: string | null): number => (asset === null || isDollar(asset) ? 2 : 8)

/** Signed rounding: 'down' is towards minus infinity, 'up' towards plus infinity. */
const round = (value: Decimal, decimals: number, towards: Towards): Decimal =>
  value.toDecimalPlaces(decimals, towards === 'down' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL)

/** As far as anyone needs to know. Chosen. */
const FAR = new Decimal(10)

/** In Indonesian `short` prints days as "3 hr", which anyone who knows English reads as hours. */
const unitDisplayOf = (language: string) => (language === 'id' ? 'long' : 'short')

const DURATIONS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const

/**
 * Numbers in the trader's language. `Intl` receives decimal strings, so no digit is lost.
 * `hidden`: shown instead of an amount of money; `null`: amounts are shown.
 */
export const formatsFor = (language: string, hidden: string | null = null): Formats => {
  // Half of the languages print a hyphen for a minus: next to digits it is too short to be seen.
  const print = (value: Decimal, options: Intl.NumberFormatOptions): string =>
    numberFormat(language, options)
      .format(value.toFixed() as Intl.StringNumericLiteral)
      .replace('-', '−')
  const fixed = (decimals: number): Intl.NumberFormatOptions => ({
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

  const percent: Formats['percent'] = (fraction, towards) => {
    const rounded = round(fraction, 4, towards)
    const options = { style: 'percent', ...fixed(2) } as const
    if (!rounded.isZero() || fraction.isZero()) return print(rounded, options)
    const least = new Decimal('0.0001')
    return fraction.isNeg() ? `> ${print(least.neg(), options)}` : `< ${print(least, options)}`
  }

  const signedPercent: Formats['signedPercent'] = (fraction) =>
    print(fraction.toDecimalPlaces(4, Decimal.ROUND_UP), {
      style: 'percent',
      signDisplay: 'exceptZero',
      ...fixed(2),
    })

  const money =
    (sign: 'auto' | 'exceptZero'): Formats['amount'] =>
    (amount, asset, towards) => {
      if (hidden !== null) return asset === null ? hidden : `${hidden} ${asset}`
      const decimals = digitsOf(asset)
      const text = print(round(amount, decimals, towards), {
        ...fixed(decimals),
        signDisplay: sign,
      })
      return asset === null ? text : `${text} ${asset}`
    }

  return {
    percent,
    signedPercent,
    distance: (fraction) => {
      if (fraction.lt(1)) return percent(fraction, 'down')
      const whole = { style: 'percent', ...fixed(0) } as const
      return fraction.gt(FAR) ? `> ${print(FAR, whole)}` : print(round(fraction, 2, 'down'), whole)
    },
    price: (price, decimals, towards) =>
      print(towards === undefined ? price : round(price, decimals, towards), fixed(decimals)),
    amount: money('auto'),
    signedAmount: money('exceptZero'),
    count: (count) => numberFormat(language).format(count),
    duration: (milliseconds) => {
      const [unit, length] = DURATIONS.find(([, size]) => milliseconds >= size) ?? ['second', 1_000]
      return numberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: unitDisplayOf(language),
      }).format(Math.floor(milliseconds / length))
    },
  }
}
