/**
 * What of decimal.js ships. The house adds, compares and rounds; sines, logarithms and number systems stay
 * out. ESLint refuses every other method (tests/laws/no-decimal-operators.js), and the unit tests run on
 * the same reduced library.
 */
export const decimalMethods = [
  'abs',
  'ceil',
  'cmp',
  'decimalPlaces',
  'div',
  'eq',
  'floor',
  'gt',
  'gte',
  'isFinite',
  'isInteger',
  'isNaN',
  'isNeg',
  'isPos',
  'isZero',
  'lt',
  'lte',
  'minus',
  'neg',
  'plus',
  'round',
  'times',
  'toDecimalPlaces',
  'toFixed',
  'toNumber',
  'toSignificantDigits',
]

export const decimalStatics = ['clone', 'config', 'isDecimal', 'max', 'min']

/** What the library itself calls: printing, and counting digits. */
const inside = ['precision', 'toString', 'valueOf']

/** `P.plus = P.add = function (y) {` … `};` */
const METHOD = /^P\.\w+ = (?:P\.\w+ = )?function \(.*\) \{\n[^]*?\n\};$/gm
/** `  Decimal.hypot = hypot;        // ES6` in `clone`. */
const STATIC = /^ {2}Decimal\.(\w+) = (\w+);.*$/gm

/** The library's source without the rest; what only the rest needed then falls to tree shaking. */
export const reduceDecimal = (source) => {
  const kept = new Set([...decimalMethods, ...inside])
  const found = new Set()
  const reduced = source.replaceAll('\r\n', '\n').replace(METHOD, (method) => {
    const names = [...method.slice(0, method.indexOf('function')).matchAll(/P\.(\w+)/g)]
    const wanted = names.map(([, name]) => name).filter((name) => kept.has(name))
    for (const name of wanted) found.add(name)
    return wanted.length === 0 ? '' : method
  })
  const missing = [...kept].filter((name) => !found.has(name))
  if (missing.length > 0) throw new Error(`decimal.js is built otherwise: no ${missing.join(', ')}`)
  return reduced.replace(STATIC, (line, name, value) =>
    name !== value || decimalStatics.includes(name) ? line : '',
  )
}
