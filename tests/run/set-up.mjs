// The first thing that `npm start` and `npm test` run. It needs nothing but the Node that npm came
// with, brings what is missing (dependencies with their own newer Node, types, browsers), and hands
// over to that Node, which runs TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, installCommands } from './find-browser.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const windows = process.platform === 'win32'
const localNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** @param {string[]} command @param {{ quiet?: boolean }} [options] */
const run = ([program = '', ...given], { quiet = false } = {}) =>
  spawnSync(program, given, {
    cwd: root,
    stdio: quiet ? 'ignore' : 'inherit',
    shell: windows,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const installDependencies = () => {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  const current =
    existsSync(installed) &&
    existsSync(localNode) &&
    statSync(installed).mtimeMs >= statSync(lock).mtimeMs
  if (current) return
  console.log('Installing dependencies …')
  if (!run(['npm', 'ci', '--no-audit', '--no-fund'])) {
    giveUp('The dependencies could not be installed. Please check the network and run it again.')
  }
}

const prepareTypes = () => {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return
  if (
    !run([localNode, join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], {
      quiet: true,
    })
  ) {
    giveUp('The type declarations could not be prepared (wxt prepare).')
  }
}

const titles = { chromium: 'Chrome, Chromium, Edge or Brave', firefox: 'Firefox' }

/** @param {'chromium' | 'firefox'} name */
const installBrowser = (name) => {
  if (findBrowser(name) !== null) return
  const commands = installCommands(name)
  if (commands.length > 0) {
    console.log(`No ${titles[name]} found. Installing one …`)
    for (const command of commands) run(command)
  }
  if (findBrowser(name) === null) {
    const variable = name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'
    giveUp(
      `No ${titles[name]} was found, and none could be installed here. Please install one, or set ${variable} to its path, and run this again.`,
    )
  }
}

const [command = 'start', ...given] = process.argv.slice(2)
/** @type {('chromium' | 'firefox')[]} */
const wanted =
  command === 'start' && given.join(' ').includes('firefox')
    ? ['firefox']
    : command !== 'test'
      ? ['chromium']
      : given.length === 0
        ? ['chromium', 'firefox']
        : []

installDependencies()
prepareTypes()
for (const name of wanted) installBrowser(name)

const child = spawn(localNode, [join(root, 'tests', 'run', `${command}.ts`), ...given], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(localNode)}${windows ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
