// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browsers, findBrowser } from './find-browser.mjs'
import { runStep, say } from './run-step.mjs'
import { installCommands } from './system-packages.mjs'

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

const { env } = process
const here = dirname(fileURLToPath(import.meta.url))

/** Root of a container, or a machine that exists for one run: there nobody's system is changed unasked. */
const mayChangeSystem = () => process.getuid?.() === 0 || /^(1|true)$/i.test(env.CI ?? '')

/**
 * What npm was told of proxies holds for this download too. The newer Node of the dependencies follows the
 * usual variables once it is asked to.
 */
const proxied = () => ({
  NODE_USE_ENV_PROXY: '1',
  HTTPS_PROXY: env.HTTPS_PROXY ?? env.https_proxy ?? env.npm_config_https_proxy,
  HTTP_PROXY: env.HTTP_PROXY ?? env.http_proxy ?? env.npm_config_proxy,
  NO_PROXY: env.NO_PROXY ?? env.no_proxy ?? env.npm_config_noproxy,
})

/**
 * Sees to it that there is a browser: an installed one, else one that is downloaded into the project's cache,
 * else one from the system's packages where that is nobody's affair, else the command to type.
 * @param {BrowserName} name
 * @param {string} node The Node that runs TypeScript.
 * @returns {Promise<string | null>} what is to be done by hand; null: nothing
 */
export const provideBrowser = async (name, node) => {
  if (findBrowser(name) !== null) return null
  const { title, variable } = browsers[name]
  const given = env[variable]
  if (given !== undefined && given !== '')
    return `${variable} is set to ${given}, which is no program.`

  say(`No ${title} is installed. Downloading one for this project alone, into .cache/browsers …`)
  const program = [node, join(here, 'download-browser.ts'), name]
  if (await runStep(program, { env: proxied(), shows: true })) return null

  const commands = installCommands(name)
  const byHand = commands.map((command) => command.join(' ')).join(' && ')
  if (mayChangeSystem() && commands.length > 0) {
    say(`Installing one from the system’s packages instead: ${byHand}`)
    for (const command of commands) {
      // A runner of CI has a sudo that asks for no password.
      const [first, ...rest] = command
      const unasked = first === 'sudo' ? ['sudo', '-n', ...rest] : command
      await runStep(unasked, { title: 'installing', env: { DEBIAN_FRONTEND: 'noninteractive' } })
    }
    if (findBrowser(name) !== null) return null
  }
  return byHand === ''
    ? `Please install ${title}, or set ${variable} to the path of one, and run this again.`
    : `This installs it:\n\n  ${byHand}\n\nOr set ${variable} to the path of one. Then run this again.`
}
