import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkRelease } from './release/check-release.ts'
import { readAudit } from './release/read-audit.ts'
import { readRelease } from './release/read-release.ts'

/**
 * The dry run of a release: builds the packages and looks at everything that can be looked at without
 * credentials. `--between-releases` leaves out what only holds on the day: version, change log, tag.
 */
const { values } = parseArgs({
  options: { 'between-releases': { type: 'boolean', default: false } },
})
const root = join(import.meta.dirname, '..', '..')
const output = join(root, '.output')
const tool = (...path: string[]) => join(root, 'node_modules', ...path)

for (const file of readdirSync(root).includes('.output') ? readdirSync(output) : []) {
  if (file.endsWith('.zip')) rmSync(join(output, file))
}
for (const browser of ['chrome', 'firefox']) {
  console.log(`Packing for ${browser} …`)
  execFileSync(process.execPath, [tool('wxt', 'bin', 'wxt.mjs'), 'zip', '-b', browser], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

const facts = await readRelease(root)
const faults = checkRelease(facts, { betweenReleases: values['between-releases'] })

/** The checks of Firefox's store are published; those of the others are rules of ours. */
const lint = (): string[] => {
  const source = join(output, facts.packages.firefox?.file ?? '')
  const given = ['lint', '--no-config-discovery', '--output', 'json', '--source-dir', source]
  // It ends with 1 where it finds an error, and prints it all the same.
  const { stdout } = spawnSync(process.execPath, [tool('web-ext', 'bin', 'web-ext.js'), ...given], {
    encoding: 'utf8',
  })
  const { errors, warnings } = JSON.parse(stdout) as Record<
    'errors' | 'warnings',
    { message: string }[]
  >
  return [...errors, ...warnings].map(({ message }) => message)
}
if (facts.packages.firefox !== null) {
  for (const what of lint()) faults.push({ where: facts.packages.firefox.file, what })
}

const audit = readAudit(
  spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).stdout,
)
if (audit.status === 'found') {
  for (const what of audit.names) faults.push({ where: 'npm audit', what })
}

for (const { where, what } of faults) console.log(`✗ ${where}: ${what}`)
if (faults.length > 0) process.exitCode = 1
else {
  const { packages, listings, screenshots } = facts
  const pictures = Object.values(screenshots).flat().length
  for (const found of Object.values(packages)) if (found !== null) console.log(`✓ ${found.file}`)
  console.log(
    audit.status === 'clean'
      ? '✓ nothing known against what ships (npm audit)'
      : `– npm audit was not asked: ${audit.status === 'not-asked' ? audit.why : ''}`,
  )
  console.log(`✓ ${String(listings.length)} listings, ${String(pictures)} screenshots, the tile`)
  if (!values['between-releases'])
    console.log(`✓ version ${facts.version} is new, and the change log has it`)
}
