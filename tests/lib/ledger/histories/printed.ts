/** Rounded as the page rounds, in plain notation; binary dust must not decide a tie. */
export const printed = (value: number, digits: number): string => {
  const text = Number(value.toPrecision(15)).toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text
}
