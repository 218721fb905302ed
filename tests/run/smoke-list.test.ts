import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smokeList } from './smoke-list.ts'

const { scripts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
) as { scripts: Record<string, string> }

test('every script of package.json is tried by `npm run smoke`, and nothing that is not there', () => {
  expect([...Object.keys(smokeList), 'smoke'].sort()).toEqual(Object.keys(scripts).sort())
})
