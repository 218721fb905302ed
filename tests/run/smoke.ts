import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { smokeList, type Trial } from './smoke-list.ts'

/**
 * Runs every script of package.json once, as short as it goes: `npm run smoke`, or `npm run smoke bench zip` for
 * some. What each of them printed is in `.output/smoke/`.
 */
const root = join(import.meta.dirname, '..', '..')
const logs = join(root, '.output', 'smoke')
const MINUTES_AT_MOST = 10
const windows = process.platform === 'win32'

type Outcome = { ok: boolean; seconds: number }

const logOf = (name: string): string => join(logs, `${name.replaceAll(':', '-')}.log`)

/** A script is a tree of processes, and all of it ends. */
const end = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    if (windows) execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    else process.kill(-pid, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}

const attempt = (name: string, { args = [], env = {}, until }: Trial): Promise<Outcome> => {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', name, '--', ...args], {
      cwd: root,
      detached: !windows,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const log = createWriteStream(logOf(name))
    let said = ''
    let wasSaid = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log.write(text)
        if (until === undefined || wasSaid) return
        said += text
        wasSaid = until.test(said)
        if (wasSaid) end(child.pid)
      })
    }
    const timer = setTimeout(() => {
      end(child.pid)
    }, MINUTES_AT_MOST * 60_000)
    child.on('close', (code) => {
      clearTimeout(timer)
      const ok = until === undefined ? code === 0 : wasSaid
      log.end(() => {
        resolve({ ok, seconds: (performance.now() - began) / 1_000 })
      })
    })
  })
}

/** Of the project's files, where git knows them; an archive of the sources has none. */
const changes = (): string => {
  try {
    return execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  } catch {
    return ''
  }
}

const wanted = process.argv.slice(2)
mkdirSync(logs, { recursive: true })
const before = changes()
for (const [name, trial] of Object.entries(smokeList)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { ok, seconds } = await attempt(name, trial)
  console.log(`${ok ? '✓' : '✗'} npm run ${name.padEnd(16)}${seconds.toFixed(0).padStart(5)} s`)
  if (ok) continue
  process.exitCode = 1
  console.log(`  ${relative(root, logOf(name))} ends with:`)
  for (const text of readFileSync(logOf(name), 'utf8').trimEnd().split('\n').slice(-15)) {
    console.log(`  | ${text}`)
  }
}
if (changes() !== before) {
  console.log(`✗ the scripts have changed files of the project:\n${changes()}`)
  process.exitCode = 1
}
