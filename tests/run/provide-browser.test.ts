import { execFile } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browsersFor } from './browsers-for.mjs'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

/** A copy of the set-up on a machine of its own: a path with nothing on it but what a test puts there. */
let machine: string
let programs: string
let server: Server
/** What the server of browsers answers; `null`: it refuses. */
let archive: Buffer | null
let asked: string[]

const program = (name: string, lines: string): string => {
  const file = join(programs, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}

beforeEach(async () => {
  machine = mkdtempSync(join(tmpdir(), 'margin-brake-machine-'))
  programs = join(machine, 'bin')
  mkdirSync(programs)
  cpSync(join(root, 'tests', 'run'), join(machine, 'tests', 'run'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(machine, 'node_modules'), 'dir')
  archive = null
  asked = []
  server = createServer(({ url }, response) => {
    asked.push(url ?? '')
    if (archive === null) response.writeHead(403).end()
    else response.writeHead(200, { 'content-length': archive.length }).end(archive)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.close()
  rmSync(machine, { recursive: true, force: true })
})

type Answer = { printed: string; byHand: string | null; found: string | null }

/** Asks for a browser on that machine. */
const provide = async (env: Record<string, string> = {}): Promise<Answer> => {
  const script = `
    const { provideBrowser } = await import(${JSON.stringify(join(machine, 'tests', 'run', 'provide-browser.mjs'))})
    const { findBrowser } = await import(${JSON.stringify(join(machine, 'tests', 'run', 'find-browser.mjs'))})
    if (process.env.AS_USER) process.getuid = () => 1000
    const byHand = await provideBrowser('chromium', process.execPath)
    console.log('ANSWER' + JSON.stringify({ byHand, found: findBrowser('chromium') }))`
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const { stdout, stderr } = await run(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      env: {
        HOME: machine,
        // Archives are unpacked by a program of the system.
        PATH: `${programs}:/usr/local/no-browsers-here`,
        PUPPETEER_CHROME_DOWNLOAD_BASE_URL: base,
        ...env,
      },
    },
  )
  const [printed = '', answer = ''] = stdout.split('ANSWER')
  return { printed: printed + stderr, ...(JSON.parse(answer) as Omit<Answer, 'printed'>) }
}

/** Installs, when it is asked to, what a package manager would. */
const packageManager = (): void => {
  const browser = join(programs, 'chromium')
  program(
    'apt-get',
    `echo "$@" >> ${machine}/apt.log
     case "$1" in install) /bin/cp ${join(machine, 'fake-browser')} ${browser};; esac`,
  )
  writeFileSync(join(machine, 'fake-browser'), '#!/bin/sh\nexit 0\n')
  chmodSync(join(machine, 'fake-browser'), 0o755)
}
const wasChanged = () => existsSync(join(machine, 'apt.log'))

describe.skipIf(process.platform !== 'linux')(
  'a browser for the tests',
  { timeout: 60_000 },
  () => {
    test('one that is installed is taken: nothing is downloaded, nothing is changed', async () => {
      packageManager()
      const file = program('google-chrome', 'exit 0')
      expect(await provide({ CI: 'true' })).toEqual({ printed: '', byHand: null, found: file })
      expect(asked).toEqual([])
      expect(wasChanged()).toBe(false)
    })

    test.skipIf(process.arch !== 'x64')(
      'none: one is downloaded into the project, with its progress, and the system is left alone',
      async () => {
        packageManager()
        const zip = new JSZip()
        zip.file('chrome-linux64/chrome', '#!/bin/sh\necho Chrome\n', { unixPermissions: 0o755 })
        archive = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
        const { printed, byHand, found } = await provide({ CI: 'true' })
        expect(byHand).toBeNull()
        expect(found).toMatch(/\.cache\/browsers\/chrome\/.*\/chrome$/)
        expect(found?.startsWith(machine)).toBe(true)
        expect(printed).toContain('Downloading one for this project alone')
        expect(printed).toMatch(/100 % of \d+ MB/)
        expect(wasChanged()).toBe(false)
        // The next time it is there.
        asked = []
        expect((await provide()).printed).toBe('')
        expect(asked).toEqual([])
      },
    )

    test.skipIf(process.arch !== 'x64')(
      'a download that does not start on this system is not taken',
      async () => {
        const zip = new JSZip()
        zip.file('chrome-linux64/chrome', '#!/bin/sh\nexit 127\n', { unixPermissions: 0o755 })
        archive = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
        const { printed, found } = await provide({ AS_USER: 'yes' })
        expect(printed).toContain('That did not work')
        expect(found).toBeNull()
      },
    )

    test('refused, in CI or as root: the system’s packages, and it is said', async () => {
      packageManager()
      program('sudo', '[ "$1" = -n ] && shift; exec "$@"')
      const { printed, byHand, found } = await provide({ CI: 'true' })
      expect(byHand).toBeNull()
      expect(found).toBe(join(programs, 'chromium'))
      expect(printed).toContain('Installing one from the system’s packages instead')
      expect(readFileSync(join(machine, 'apt.log'), 'utf8')).toBe('update\ninstall -y chromium\n')
    })

    test('refused, as anybody else: the one command to type, and nobody’s system is changed', async () => {
      packageManager()
      program('sudo', 'exec "$@"')
      const { byHand, found } = await provide({ AS_USER: 'yes' })
      expect(byHand).toContain('sudo apt-get install -y chromium')
      expect(byHand).toContain('CHROME_PATH')
      expect(found).toBeNull()
      expect(wasChanged()).toBe(false)
    })

    test('refused, and no package manager that is known: it says what to do', async () => {
      const { byHand } = await provide({ CI: 'true' })
      expect(byHand).toMatch(/^Please install Chrome.*CHROME_PATH/)
    })

    test('a variable that names no program is said, and nothing is done', async () => {
      packageManager()
      const { byHand } = await provide({ CI: 'true', CHROME_PATH: '/nowhere/chrome' })
      expect(byHand).toBe('CHROME_PATH is set to /nowhere/chrome, which is no program.')
      expect(asked).toEqual([])
      expect(wasChanged()).toBe(false)
    })
  },
)

test.each([
  ['test', [], ['chromium', 'firefox']],
  ['test', ['check', 'unit'], []],
  ['test', ['tests/e2e/story'], ['chromium', 'firefox']],
  ['test', ['firefox', 'tests/e2e/story'], ['firefox']],
  ['start', [], ['chromium']],
  ['start', ['--browser', 'firefox'], ['firefox']],
  ['start', ['--browser=firefox', '--headless'], ['firefox']],
  ['start', ['--help'], []],
  ['bench', ['--short'], ['chromium']],
  ['reproduce', [], []],
])('%s %j needs %j', (command, given, needed) => {
  expect(browsersFor(command, given, {})).toEqual(needed)
})

test('the soak runs where it is told to', () => {
  expect(browsersFor('soak', [], { BROWSER: 'firefox' })).toEqual(['firefox'])
})
