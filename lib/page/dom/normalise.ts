const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Nothing to put right, as in nearly every text of the page. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** One spelling for signs, spaces, digits and brackets; nothing that carries meaning is dropped. */
export const normalise = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(SPACES, ' ')
        .replace(/[\u2212\u2010-\u2015\ufe63]/gu, '-')
        .trim()
