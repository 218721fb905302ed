import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildPracticeExchange } from '../practice-exchange/build.ts'
import { readReport, reasonsOf, reportFile, results, slowestFiles } from './test-report.ts'

/**
 * Everything, or what is named: `npm test -- unit`, `npm test -- chromium tests/e2e/story`. A word with a slash
 * is the beginning of a test file's path. `--in-both`: each browser test in both browsers (see vitest.config.ts).
 */
const IN_BOTH = '--in-both'
const given = process.argv.slice(2).filter((word) => word !== IN_BOTH)
if (process.argv.includes(IN_BOTH)) process.env['ALL_IN_BOTH'] = '1'
const files = given.filter((word) => word.includes('/'))
const kinds = given.filter((word) => !word.includes('/'))
const wanted = (name: string): boolean => kinds.length === 0 || kinds.includes(name)

const root = join(import.meta.dirname, '..', '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

type Tally = { passed: number; failed: number }
const total: Tally = { passed: 0, failed: 0 }
const failures: string[] = []
const reasons: string[] = []

const place = { cwd: root, shell: process.platform === 'win32' }

const hasSucceeded = async (child: ChildProcess): Promise<boolean> => {
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0
}

const run = (command: string, ...given: string[]): Promise<boolean> =>
  hasSucceeded(
    spawn(bin(command), given, {
      ...place,
      stdio: 'inherit',
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    }),
  )

const count = (title: string, { passed, failed }: Tally): void => {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(title)
}

type Ran = { said: string; ended: boolean }

/** Runs a command and keeps what it says: two that run side by side would speak at once. */
const runQuietly = async (command: string, given: readonly string[]): Promise<Ran> => {
  const child = spawn(bin(command), given, { ...place, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const ended = await hasSucceeded(child)
  return { said, ended }
}

type Check = readonly [title: string, command: string, ...given: string[]]

/** One after the other. Each of them keeps one core busy. */
const inTurn = async (checks: readonly Check[]): Promise<void> => {
  for (const [title, command, ...given] of checks) {
    const { said, ended } = await runQuietly(command, given)
    console.log(`\n— ${title}\n${said}`)
    count(title, ended ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  }
}

const vitest = (project: string, files: readonly string[] = []): string[] => [
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile(project)}`,
  ...files,
]

/** Counts what ran, by vitest's own record; a run that left none has crashed, and that is a failure. */
const record = (project: string, ended: boolean): void => {
  try {
    const report = readReport(project)
    const { numPassedTests: passed, numFailedTests: failed, success } = report
    reasons.push(...reasonsOf(project, report))
    const silent = failed === 0 && (!success || !ended) ? 1 : 0
    count(project, { passed, failed: failed + silent })
  } catch {
    count(project, { passed: 0, failed: 1 })
  }
}

const suite = async (project: string): Promise<void> => {
  console.log(`\n— tests: ${project}`)
  record(project, await run('vitest', ...vitest(project, files)))
}

/** Browsers wait more than they work: side by side, and the result of each is printed when it has ended. */
const sideBySide = async (projects: readonly string[]): Promise<void> => {
  // Each would make it for itself, in the same place.
  await buildPracticeExchange()
  console.log(`\n— tests: ${projects.join(' and ')}, side by side`)
  const ran = projects.map(async (project) => {
    const { said, ended } = await runQuietly('vitest', vitest(project, files))
    console.log(said)
    return { project, ended }
  })
  for (const { project, ended } of await Promise.all(ran)) {
    if (ended) record(project, ended)
    else await onceMoreAlone(project)
  }
}

/**
 * Two browsers on two cores can be too slow for each other. Files that failed then are run once more with
 * nothing beside them, and that counts; both results are printed.
 */
const onceMoreAlone = async (project: string): Promise<void> => {
  const first = existsSync(reportFile(project)) ? readReport(project) : null
  const failed = first?.testResults.filter(({ status }) => status === 'failed') ?? []
  if (first === null || failed.length === 0) {
    record(project, false)
    return
  }
  for (const reason of reasonsOf(project, first)) console.log(`\n✗ beside another: ${reason}`)
  const files = failed.map(({ name }) => relative(root, name))
  console.log(`\n— tests: ${project}, once more and alone: ${files.join(', ')}`)
  const held = first.testResults.filter(({ status }) => status !== 'failed')
  count(project, {
    passed: held
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed').length,
    failed: 0,
  })
  rmSync(reportFile(project))
  record(project, await run('vitest', ...vitest(project, files)))
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const began = performance.now()
// Lint takes one core for as long as all other checks and a part of the tests take the second. `tsc` is TypeScript 7,
// four times as fast; typescript-eslint can use 6 only.
const lint = wanted('check') ? inTurn([['lint', 'eslint', '.', '--max-warnings', '0']]) : null
if (wanted('check')) {
  await inTurn([
    ['types: extension', 'tsc', '-p', 'tsconfig.json'],
    ['types: pure core, without DOM', 'tsc', '-p', 'tsconfig.pure.json'],
    ['types: tests', 'tsc', '-p', 'tests'],
    ['types: practice exchange', 'tsc', '-p', 'tests/practice-exchange'],
    ['format', 'prettier', '--check', '.', '--log-level', 'warn'],
  ])
}
if (wanted('unit')) await suite('unit')
await lint
const browsers = ['chromium', 'firefox'].filter(wanted)
if (browsers.length > 0) await sideBySide(browsers)

writeFileSync(join(results, 'total.json'), JSON.stringify(total))
const long = ['unit', 'chromium', 'firefox'].flatMap(slowestFiles)
if (long.length > 0) console.log(`\nThe longest files:\n${long.join('\n')}`)
for (const reason of reasons) console.log(`\n✗ ${reason}`)
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
const minutes = ((performance.now() - began) / 60_000).toFixed(1)
console.log(`\n${minutes} minutes`)
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
