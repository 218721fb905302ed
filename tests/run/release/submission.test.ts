import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { credentials, missingCredentials, stores, submission } from './submission.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const workflow = readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8')
const tool = join(root, 'node_modules', 'wxt', 'bin', 'wxt-publish-extension.mjs')

const packages = { chrome: 'c.zip', firefox: 'f.zip', sources: 's.zip' }
const all = { stores, packages, dryRun: false, staged: true, cancelPending: true }

test('Chrome by its API v2, staged, in place of what is under review; Firefox with its sources', () => {
  expect(submission(all).join(' ')).toBe(
    '--chrome-zip c.zip --chrome-api-version v2 --chrome-publish-type STAGED_PUBLISH --chrome-cancel-pending' +
      ' --edge-zip c.zip --firefox-zip f.zip --firefox-sources-zip s.zip',
  )
})

test('a dry run says so, and only the stores that were asked for are named', () => {
  const given = submission({
    ...all,
    stores: ['edge'],
    dryRun: true,
    staged: false,
    cancelPending: false,
  })
  expect(given).toEqual(['--dry-run', '--edge-zip', 'c.zip'])
})

test('the tool that is installed knows every flag', () => {
  const help = execFileSync(process.execPath, [tool, '--help'], { encoding: 'utf8' })
  for (const flag of submission({ ...all, dryRun: true }).filter((word) => word.startsWith('--'))) {
    expect(help).toContain(flag)
  }
})

test('credentials that are not set are named, those of other stores are not asked for', () => {
  const env = { EDGE_PRODUCT_ID: 'a', EDGE_CLIENT_ID: '', EDGE_API_KEY: 'c' }
  expect(missingCredentials(['edge'], env)).toEqual(['EDGE_CLIENT_ID'])
  expect(missingCredentials(['edge', 'firefox'], env)).toEqual([
    'EDGE_CLIENT_ID',
    ...credentials.firefox,
  ])
})

test('the workflow hands over exactly these secrets, and none of the API that has ended', () => {
  const named = [...workflow.matchAll(/\$\{\{ secrets\.(\w+) \}\}/g)].map(([, name]) => name)
  expect([...new Set(named)].sort()).toEqual(Object.values(credentials).flat().sort())
  for (const [, variable, secret] of workflow.matchAll(/(\w+): \$\{\{ secrets\.(\w+) \}\}/g)) {
    expect(variable).toBe(secret)
  }
})

test('before it asks anybody, the tool refuses what would be an API v2 without its service account', () => {
  const env = { CHROME_EXTENSION_ID: 'a', CHROME_PUBLISHER_ID: 'b' }
  const given = submission({ ...all, stores: ['chrome'], dryRun: true })
  expect(() =>
    execFileSync(process.execPath, [tool, ...given], { env, stdio: 'pipe', encoding: 'utf8' }),
  ).toThrow(/serviceAccount/)
})
