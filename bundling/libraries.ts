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

const METADATA = /const apiMetadata = (\{[^]*?\n {6}\});/

/**
 * The polyfill makes promises of every call of every API. The oldest Chromium that we run in does that
 * itself; what is needed is that a listener for messages may answer with a promise, which is not in this
 * list. It must not be empty: the polyfill would take it for a mistake of its own build.
 */
const reducedPolyfill = rewriting(
  'reduced-polyfill',
  /\/webextension-polyfill\/dist\/browser-polyfill\.js$/,
  (code) => {
    if (!METADATA.test(code)) throw new Error('webextension-polyfill lists its APIs otherwise')
    return code.replace(METADATA, 'const apiMetadata = { runtime: {} };')
  },
)

export const leanLibraries: Plugin[] = [noMarkupFromStrings, reducedDecimal, reducedPolyfill]
