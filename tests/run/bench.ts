import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Every benchmark, one after the other: each prints ratios of one run. */
const script = join(import.meta.dirname, 'script.ts')
const folder = join(import.meta.dirname, '..', 'bench')
const benches: Readonly<Record<string, readonly string[]>> = {
  margin: [script, join(folder, 'margin.ts')],
  journal: [script, join(folder, 'journal.ts')],
  page: [join(folder, 'page', 'run.ts')],
}
const wanted = process.argv.slice(2)
for (const [name, command] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n— bench: ${name}`)
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
