// Runs on the Node that is there before anything is installed: no dependency, no TypeScript.
import { spawn } from 'node:child_process'
import { clearInterval, setInterval } from 'node:timers'

/** Nobody should wonder for longer whether it still works. */
const TICK_MS = 10_000

/** @param {string} sentence */
export const say = (sentence) => {
  console.log(sentence)
}

/**
 * Runs a program to its end. What it prints is shown as it comes (`shows`), or only if it fails; a long one says
 * every ten seconds that it is still at it.
 * @param {string[]} command
 * @param {{ title?: string, shows?: boolean, env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<boolean>}
 */
export const runStep = ([program = '', ...given], { title, shows = false, env, cwd } = {}) =>
  new Promise((resolve) => {
    const began = Date.now()
    const seconds = () => String(Math.round((Date.now() - began) / 1_000))
    const added = Object.entries(env ?? {}).filter(([, value]) => value !== undefined)
    const child = spawn(program, given, {
      cwd,
      stdio: shows ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !program.includes('node'),
      env: { ...process.env, ...Object.fromEntries(added) },
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        printed += text
      })
    }
    const timer = setInterval(() => {
      if (!shows) say(`  still ${title ?? 'at it'}: ${seconds()} s`)
    }, TICK_MS)
    /** @param {boolean} ended */
    const end = (ended) => {
      clearInterval(timer)
      if (!ended && printed !== '') console.error(printed.trimEnd())
      resolve(ended)
    }
    child.on('error', (fault) => {
      console.error(fault.message)
      end(false)
    })
    child.on('close', (code) => {
      end(code === 0)
    })
  })
