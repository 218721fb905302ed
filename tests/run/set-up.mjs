// The first thing that `npm start` and `npm test` run. It needs nothing but the Node that npm came
// with, brings what is missing (dependencies with their own newer Node, types, browsers), and hands
// over to that Node, which runs TypeScript as it is.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browsersFor } from './browsers-for.mjs'
import { provideBrowser } from './provide-browser.mjs'
import { runStep, say } from './run-step.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const windows = process.platform === 'win32'
const localNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** npm names itself to its scripts; that way it is found where no `npm` is on the path, too. */
const npm = () => {
  const { npm_execpath: path } = process.env
  return path?.endsWith('.js') ? [process.execPath, path] : ['npm']
}

/** Runs TypeScript as it is, from 22.18 on. */
const isNewEnough = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

const installDependencies = async () => {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  say(
    isNewEnough()
      ? 'Installing the dependencies, about half a gigabyte …'
      : `Installing the dependencies, about half a gigabyte; a newer Node than this one (${process.versions.node}) is among them …`,
  )
  const began = Date.now()
  // Warnings of engines speak of the Node that runs npm: what is installed runs on the one that comes with it.
  const command = [...npm(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  if (!(await runStep(command, { title: 'installing', cwd: root }))) {
    const registry = process.env.npm_config_registry ?? 'https://registry.npmjs.org/'
    giveUp(
      `The dependencies could not be installed from ${registry}. Please check the network, or name a mirror (npm config set registry …), and run this again.`,
    )
  }
  say(`Installed in ${String(Math.round((Date.now() - began) / 1_000))} s.`)
}

/** The Node that comes with the dependencies; where scripts of packages are switched off, the one at hand. */
const findNode = async () => {
  if (existsSync(localNode)) return localNode
  if (isNewEnough()) return process.execPath
  say('Scripts of packages are switched off here; the newer Node needs its own …')
  const command = [...npm(), 'rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']
  await runStep(command, { title: 'installing', cwd: root })
  if (existsSync(localNode)) return localNode
  return giveUp(
    `Node ${process.versions.node} cannot run the tools, and the newer one could not be installed. Please install Node 22.18 or later.`,
  )
}

/** @param {string} node */
const prepareTypes = async (node) => {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  if (!(await runStep([node, wxt, 'prepare'], { title: 'preparing types', cwd: root }))) {
    giveUp('The type declarations could not be prepared (wxt prepare).')
  }
}

const [command = 'start', ...given] = process.argv.slice(2)

await installDependencies()
const node = await findNode()
await prepareTypes(node)
for (const name of browsersFor(command, given)) {
  const byHand = await provideBrowser(name, node)
  if (byHand !== null) giveUp(byHand)
}

const child = spawn(node, [join(root, 'tests', 'run', `${command}.ts`), ...given], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
