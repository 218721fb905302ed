/** Widths of 11 px in the widest font that a system has for them (DejaVu Sans, measured). */
const WIDTHS: readonly (readonly [letters: RegExp, px: number])[] = [
  [/[\u1100-\u{1ffff}]/u, 11.5],
  [/[iljtfrI.,:;'|·\s]/u, 4],
  [/\p{Lu}|[mwщшюжфы]/u, 8.2],
]
/** Digits, and most letters. */
const MOST_PX = 7

const letterPx = (letter: string): number =>
  WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? MOST_PX

/** About how wide a text of 11 px is: rather too much than too little, and without asking for a layout. */
export const textPx = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + letterPx(letter), 0)
