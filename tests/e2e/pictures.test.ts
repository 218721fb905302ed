import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aheadToFunding } from './away-from-the-hour.ts'
import { type CoarsePicture, coarsePicture, difference } from './coarse-picture.ts'
import type { Driver } from './driver.ts'
import { scenes, type SceneStage } from './scenes.ts'
import { openWorld, QUIET } from './world.ts'

const browser = inject('browser')
const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.output', 'pictures', browser)
const knownFile = join(import.meta.dirname, 'pictures', `${browser}.json`)
/** `UPDATE_PICTURES=1`: what is seen now is right, and is kept. Look at the pictures first. */
const updates = process.env['UPDATE_PICTURES'] === '1'

type Known = Record<string, CoarsePicture>
const known = (existsSync(knownFile) ? JSON.parse(readFileSync(knownFile, 'utf8')) : {}) as Known

describe('every state looks as it did', () => {
  let driver: Driver
  let stage: SceneStage

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    driver = await openWorld({ browser, rebuild: false, ahead: aheadToFunding(Date.now()) })
    stage = { driver, page: await driver.openPage(QUIET) }
  })
  afterAll(async () => {
    await driver.close()
    if (updates) {
      mkdirSync(join(import.meta.dirname, 'pictures'), { recursive: true })
      writeFileSync(knownFile, `${JSON.stringify(known, null, 2)}\n`)
    }
  })

  test('another colour, another height and a moved part are seen; a changed digit is not', () => {
    const cells = (colour: (at: number) => string) =>
      Array.from({ length: 400 }, (_, at) => colour(at)).join('')
    const picture = (text: string, rows = 20) => ({ columns: 20, rows, cells: text })
    const plain = picture(cells(() => '14181f'))
    expect(difference(plain, plain)).toBeNull()
    expect(difference(plain, picture(cells((at) => (at === 7 ? '3a4048' : '14181f'))))).toBeNull()
    expect(difference(plain, picture(cells(() => 'ffffff')))).not.toBeNull()
    expect(
      difference(
        plain,
        picture(
          cells(() => '14181f'),
          24,
        ),
      ),
    ).not.toBeNull()
    expect(
      difference(plain, picture(cells((at) => (at < 40 ? 'c2281c' : '14181f')))),
    ).not.toBeNull()
  })

  // The rules that draw it are the same in both browsers; one of them is looked at.
  const seenIn = browser === 'chromium' ? scenes : []
  const both = seenIn.flatMap((scene) => [
    { scene, title: scene.name, theme: 'dark' as const },
    { scene, title: scene.name, theme: 'light' as const },
  ])
  test.each(both)('$title, $theme', async ({ scene, theme }) => {
    const name = `${scene.name}-${theme}`
    const file = join(folder, `${name}.png`)
    const look = async () => coarsePicture(stage.page, file, await scene.take(stage, theme, file))
    let seen = await look()
    // A picture may be taken a moment before the panel has changed its theme: it is taken again.
    let before = updates ? await look() : known[name]
    expect(before, `${name} has never been kept`).toBeDefined()
    for (let again = 0; again < 2 && before && difference(seen, before) !== null; again += 1) {
      if (updates) before = seen
      seen = await look()
    }
    if (before !== undefined) expect(difference(seen, before), file).toBeNull()
    if (updates) known[name] = seen
  })
})
