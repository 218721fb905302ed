import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Every benchmark, one after the other, or those that are named: `npm run bench page`. Flags go to each:
 * `npm run bench -- --short` shows in a minute that all of them run, and measures nothing worth reading.
 */
const script = join(import.meta.dirname, 'script.ts')
const folder = join(import.meta.dirname, '..', 'bench')
const benches: Readonly<Record<string, readonly string[]>> = {
  margin: [script, join(folder, 'margin.ts')],
  journal: [script, join(folder, 'journal.ts')],
  page: [join(folder, 'page', 'run.ts')],
}
const given = process.argv.slice(2)
const flags = given.filter((word) => word.startsWith('--'))
const wanted = given.filter((word) => !flags.includes(word))
const unknown = wanted.find((name) => benches[name] === undefined)
if (unknown !== undefined) {
  throw new Error(`no bench is named ${unknown}: there are ${Object.keys(benches).join(', ')}`)
}
for (const [name, command] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n— bench: ${name}`)
  const { status } = spawnSync(process.execPath, [...command, ...flags], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
