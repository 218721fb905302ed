import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { coarsePicture, difference } from './coarse-picture.ts'
import { canDraw, committedPictures, PICTURE_SIZE } from './committed-pictures.ts'
import type { Driver } from './driver.ts'
import type { SceneStage } from './scenes.ts'
import { openWorld, QUIET } from './world.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.output', 'pictures', 'committed')

/** Those of another language are taken with the English ones: `npm test -- --in-both` looks at them as well. */
const looksAtAll = process.env['ALL_IN_BOTH'] !== undefined
const looked = committedPictures.filter(({ language }) => looksAtAll || language === 'en')

// They are pictures of Chromium, whose fonts and scrollbars they show.
const browser = inject('browser')
describe.runIf(browser === 'chromium')(
  'no picture of README, docs and stores is older than the product',
  () => {
    let driver: Driver
    let stage: SceneStage

    beforeAll(async () => {
      mkdirSync(folder, { recursive: true })
      driver = await openWorld({ browser, rebuild: false, ...PICTURE_SIZE })
      stage = { driver, page: await driver.openPage(QUIET) }
    })
    afterAll(() => driver.close())

    test.for(looked)('$file', async ({ file, language, take }, { skip }) => {
      if (!(await canDraw(stage.page, language))) skip(`no font here draws ${language}`)
      const now = join(folder, basename(file))
      const box = await take(stage, now)
      const apart = difference(
        await coarsePicture(stage.page, now, box),
        await coarsePicture(stage.page, join(root, file), box),
      )
      expect(apart, `${file} shows something else than ${now}: run npm run pictures`).toBeNull()
    })
  },
)
