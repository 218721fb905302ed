import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js'

/**
 * Changes the code of a folder in one place after the other, and says which changes none of its tests notices:
 * `npm run mutate -- --mutate 'lib/ledger/explain-*.ts'`. Each folder is held to its own tests.
 */
const FOLDERS = ['lib/ledger', 'lib/rules']

const { values } = parseArgs({ options: { mutate: { type: 'string' } } })
const patterns = values.mutate?.split(',') ?? FOLDERS.map((folder) => `${folder}/**/*.ts`)

for (const folder of FOLDERS) {
  const mutated = patterns.filter((pattern) => pattern.startsWith(`${folder}/`))
  if (mutated.length === 0) continue
  const { status } = spawnSync(
    process.execPath,
    [STRYKER, 'run', 'tests/run/mutate/stryker.config.json', '--mutate', mutated.join(',')],
    { stdio: 'inherit', env: { ...process.env, MUTATED: folder } },
  )
  if (status !== 0) process.exitCode = 1
}
