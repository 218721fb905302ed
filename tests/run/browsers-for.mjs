// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

/** @type {BrowserName[]} */
const both = ['chromium', 'firefox']

/** @param {string} text @returns {BrowserName[]} */
const named = (text) => (text.includes('firefox') ? ['firefox'] : ['chromium'])

/**
 * The browsers that a command cannot do without.
 * @param {string} command
 * @param {string[]} given
 * @param {Record<string, string | undefined>} [env]
 * @returns {BrowserName[]}
 */
export const browsersFor = (command, given, env = process.env) => {
  switch (command) {
    case 'test':
      return given.every((word) => word.includes('/'))
        ? both
        : both.filter((name) => given.includes(name))
    case 'replay':
    case 'start':
      return given.includes('--help') ? [] : named(given.join(' '))
    case 'soak':
      return named(env.BROWSER ?? '')
    // They bring what each of their parts needs, or need none.
    case 'demo':
    case 'smoke':
    case 'reproduce':
    case 'release':
      return []
    default:
      return ['chromium']
  }
}
