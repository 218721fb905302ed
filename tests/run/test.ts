import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const results = join(root, '.output', 'test-results')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

type Tally = { passed: number; failed: number }
const total: Tally = { passed: 0, failed: 0 }
const failures: string[] = []

const run = (command: string, ...given: string[]): boolean =>
  spawnSync(bin(command), given, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  }).status === 0

const count = (title: string, { passed, failed }: Tally): void => {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(title)
}

const check = (title: string, command: string, ...given: string[]): void => {
  console.log(`\n— ${title}`)
  count(title, run(command, ...given) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}

/** Counts what ran, by vitest's own record; a run that left none has crashed, and that is a failure. */
const suite = (project: string): void => {
  console.log(`\n— tests: ${project}`)
  const file = join(results, `${project}.json`)
  const ended = run(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  )
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      success: boolean
    }
    const { numPassedTests: passed, numFailedTests: failed, success } = report
    const silent = failed === 0 && (!success || !ended) ? 1 : 0
    count(project, { passed, failed: failed + silent })
  } catch {
    count(project, { passed: 0, failed: 1 })
  }
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const only = process.argv.slice(2)
const wanted = (name: string) => only.length === 0 || only.includes(name)

if (wanted('check')) {
  check('types: extension', 'tsc', '-p', 'tsconfig.json')
  check('types: pure core, without DOM', 'tsc', '-p', 'tsconfig.pure.json')
  check('types: tests', 'tsc', '-p', 'tests')
  check('types: practice exchange', 'tsc', '-p', 'tests/practice-exchange')
  check('lint', 'eslint', '.', '--max-warnings', '0')
  check('format', 'prettier', '--check', '.', '--log-level', 'warn')
}
if (wanted('unit')) suite('unit')
if (wanted('chromium')) suite('chromium')
if (wanted('firefox')) suite('firefox')

writeFileSync(join(results, 'total.json'), JSON.stringify(total))
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
