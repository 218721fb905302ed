import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n')

/** Who tries it does not read more. */
const MOST_LINES = 120

test('it is short', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES)
})

test('each thing that it says the extension does has a test', () => {
  const [intro = ''] = readme.split('\n## Try it\n')
  const claims = intro.split('\n- ').slice(1)
  expect(claims.length).toBeGreaterThan(8)
  expect(claims.filter((claim) => !claim.includes('[test](tests/'))).toEqual([])
})
