import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { coarsePicture, difference } from './coarse-picture.ts'
import { committedPictures, PICTURE_SIZE } from './committed-pictures.ts'
import type { Driver } from './driver.ts'
import type { SceneStage } from './scenes.ts'
import { openWorld, QUIET } from './world.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.output', 'pictures', 'committed')

/** Those of another language are taken with the English ones: `npm test -- --in-both` looks at them as well. */
const looksAtAll = process.env['ALL_IN_BOTH'] !== undefined
const looked = committedPictures.filter(
  ({ file }) => looksAtAll || !/store\/pictures\/[a-z]{2}/.test(file),
)

// They are pictures of Chromium, whose fonts and scrollbars they show.
describe('no picture of README, docs and stores is older than the product', () => {
  let driver: Driver
  let stage: SceneStage

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    driver = await openWorld({ browser: inject('browser'), rebuild: false, ...PICTURE_SIZE })
    stage = { driver, page: await driver.openPage(QUIET) }
  })
  afterAll(() => driver.close())

  test.each(looked)('$file', async ({ file, take }) => {
    const now = join(folder, basename(file))
    const box = await take(stage, now)
    const apart = difference(
      await coarsePicture(stage.page, now, box),
      await coarsePicture(stage.page, join(root, file), box),
    )
    expect(apart, `${file} shows something else than ${now}: run npm run pictures`).toBeNull()
  })
})
