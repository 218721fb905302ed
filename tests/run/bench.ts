import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every benchmark, one after the other: each prints ratios of one run. */
const script = join(import.meta.dirname, 'script.ts')
for (const name of ['margin', 'journal']) {
  console.log(`\n— bench: ${name}`)
  const file = join(import.meta.dirname, '..', 'bench', `${name}.ts`)
  const { status } = spawnSync(process.execPath, [script, file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
