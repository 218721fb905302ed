const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** "0.0₅123" is 0.00000123: a small figure counts the zeros behind the point. */
const COUNTED_ZEROS = /(?<=[.,])0([₀-₉]{1,2})(?=\d)/gu
/** In a text of its own "₄" is none of the digits around it: `\ufffd` is some digit (`runs.ts`). */
const LOWERED = /[₀-₉]/gu
/** "१", "১", "๑": the digits of a script stand side by side, in those of India from a sixth place on. */
const EASTERN_DIGITS = /(?=[\u0660-\u1099])\p{Nd}/gu
const EASTERN_POINTS: Readonly<Record<string, string>> = { '٫': '.', '٬': ',', '٪': '%' }

/** As many zeros as the digits say. */
export const zeros = (count: string): string => '0'.repeat(Number(count))

/** "١٬٢٣٤٫٥" is "1,234.5". */
const western = (text: string): string =>
  text
    .replace(EASTERN_DIGITS, (digit) => {
      const at = digit.charCodeAt(0)
      return String((at & 15) - (at > 0x900 && at < 0xe00 ? 6 : 0))
    })
    .replace(/[٫٬٪]/gu, (point) => EASTERN_POINTS[point] ?? point)

/** Nothing to put right, as in nearly every text of the page. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** One spelling for signs, spaces, digits and brackets; nothing that carries meaning is dropped. */
export const normalise = (text: string): string =>
  PLAIN.test(text)
    ? text
    : western(text)
        .replace(COUNTED_ZEROS, (_, count: string) => zeros(count.normalize('NFKC')))
        .replace(LOWERED, '\ufffd')
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(SPACES, ' ')
        .replace(/[‘’]/gu, "'")
        .replace(/[\u2212\u2010-\u2015\ufe63]/gu, '-')
        .trim()
