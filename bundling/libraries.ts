import type { Plugin } from 'vite'
import { reduceDecimal } from './decimal-methods.js'

/** Rewrites one file of a library. `rewrite` throws if a new version no longer looks as it expects. */
const rewriting = (name: string, file: RegExp, rewrite: (code: string) => string): Plugin => ({
  name,
  transform: (code, id) => (file.test(id) ? { code: rewrite(code), map: null } : null),
})

/**
 * Preact can set markup from a string, which no component of ours does. That way is taken out of what is
 * shipped: the string becomes text.
 */
const noMarkupFromStrings = rewriting(
  'no-markup-from-strings',
  /\/preact\/dist\/preact\.mjs$/,
  (code) => {
    const assignments = code.split('.innerHTML').length - 1
    if (assignments !== 2) throw new Error(`Preact names innerHTML ${String(assignments)} times`)
    return code.replaceAll('.innerHTML', '.textContent')
  },
)

/** Half of decimal.js is for mathematics that nobody here does. */
export const reducedDecimal = rewriting(
  'reduced-decimal',
  /\/decimal\.js\/decimal\.mjs$/,
  reduceDecimal,
)

/** Of these the polyfill makes promises in Chromium. Those that it does not list are the browser's own. */
const BROWSER_APIS = ['commands', 'notifications', 'permissions', 'runtime', 'storage', 'tabs']

const METADATA = /const apiMetadata = (\{[^]*?\n {6}\});/

const reducedPolyfill = rewriting(
  'reduced-polyfill',
  /\/webextension-polyfill\/dist\/browser-polyfill\.js$/,
  (code) => {
    const listed = METADATA.exec(code)?.[1]
    if (listed === undefined) throw new Error('webextension-polyfill lists its APIs otherwise')
    const apis = Object.entries(JSON.parse(listed) as Record<string, unknown>)
    const ours = Object.fromEntries(apis.filter(([name]) => BROWSER_APIS.includes(name)))
    return code.replace(METADATA, () => `const apiMetadata = ${JSON.stringify(ours)};`)
  },
)

export const leanLibraries: Plugin[] = [noMarkupFromStrings, reducedDecimal, reducedPolyfill]
