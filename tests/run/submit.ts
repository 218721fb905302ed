import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { missingCredentials, type Store, stores, submission } from './release/submission.ts'

/**
 * Hands the packages that `npm run release:check` has made and looked at to the stores:
 * `node tests/run/submit.ts --dry-run --stores chrome,firefox`. Run by the release workflow, which has the
 * credentials in its environment.
 */
const { values } = parseArgs({
  options: {
    stores: { type: 'string', default: stores.join(',') },
    'dry-run': { type: 'boolean', default: false },
    staged: { type: 'boolean', default: false },
    'cancel-pending': { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '..', '..')
const output = join(root, '.output')

const isStore = (name: string): name is Store => stores.some((store) => store === name)
const named = values.stores.split(',').map((name) => name.trim())
const wanted = named.filter(isStore)
const unknown = named.filter((name) => !isStore(name))
if (unknown.length > 0) throw new Error(`no such store: ${unknown.join(', ')}`)

const packageOf = (end: string): string => {
  const [file, ...others] = readdirSync(output).filter((name) => name.endsWith(`-${end}.zip`))
  if (file === undefined || others.length > 0) throw new Error(`not one package ends in ${end}`)
  return join(output, file)
}

const missing = missingCredentials(wanted, process.env)
if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`)

const given = submission({
  stores: wanted,
  packages: {
    chrome: packageOf('chrome'),
    firefox: packageOf('firefox'),
    sources: packageOf('sources'),
  },
  dryRun: values['dry-run'],
  staged: values.staged,
  cancelPending: values['cancel-pending'],
})
const program = join(root, 'node_modules', 'wxt', 'bin', 'wxt-publish-extension.mjs')
const { status } = spawnSync(process.execPath, [program, ...given], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
