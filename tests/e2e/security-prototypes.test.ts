import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage } from './driver.ts'
import { pagesWith } from './hostile-page.ts'
import { overridePrototypes } from './override-prototypes.ts'
import { type Scene, story } from './story/story.ts'
import { withoutVendors } from './vendors.ts'
import { openWorld, QUIET } from './world.ts'

const caughtBy = (page: BrowserPage) => page.evaluate(() => window.caught)

// The story's own pages are at www; so this is the whole of it at the address of practice accounts, too.
const DEMO = QUIET.replace('//www.', '//demo.')

describe('the whole story, on a page that has replaced what every script stands on', () => {
  let scene: Scene
  let broken = false

  beforeAll(async () => {
    const driver = await openWorld({
      browser: inject('browser'),
      rebuild: false,
      answerFirst: await pagesWith(overridePrototypes),
    })
    const atDemo = { ...driver, openPage: () => driver.openPage(DEMO) }
    scene = { driver: atDemo, page: await driver.openPage(DEMO) }
  })
  afterAll(() => scene.driver.close())

  test('the page would catch us: a script of an extension’s name is caught, and lied to', async () => {
    const { replaced, lies } = await caughtBy(scene.page)
    assert(replaced > 90 && lies > 15, `${String(replaced)} replaced, ${String(lies)} lies`)
    const asOurs = `eval("['a'].map(() => 'liquidationDistance').join() \\n//# sourceURL=chrome-extension://abc/content-scripts/futures.js")`
    await assert.rejects(scene.page.run(asOurs), /undefined|null/)
    await scene.page.run(`'liquidationDistance'.split(',').join()`)
    const { calls, words } = await caughtBy(scene.page)
    assert.deepEqual(calls, ['map'])
    assert.deepEqual(words, ['split: liquidationDistance'])
    await scene.page.reload()
  })

  for (const step of story) {
    test(step.title, async (context) => {
      if (broken) context.skip()
      broken = true
      await step.run(scene)
      const { calls, words } = await caughtBy(scene.page)
      assert.deepEqual(calls, [])
      assert.deepEqual(
        words.filter((word) => !word.includes('margin-brake')),
        [],
      )
      await step.after?.(scene)
      broken = false
    })
  }

  test('nothing was asked of the network, and no console complained', () => {
    assert.deepEqual(scene.driver.strayRequests, [])
    assert.deepEqual(withoutVendors(scene.driver.contacted), [])
    assert.deepEqual(scene.driver.complaints, [])
  })
})
