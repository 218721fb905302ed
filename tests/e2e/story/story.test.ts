import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { withoutVendors } from '../vendors.ts'
import { openWorld, QUIET } from '../world.ts'
import { type Scene, story } from './story.ts'

describe('the whole road', () => {
  let scene: Scene
  let broken = false

  beforeAll(async () => {
    const driver = await openWorld({ browser: inject('browser'), rebuild: false })
    scene = { driver, page: await driver.openPage(QUIET) }
  })
  afterAll(() => scene.driver.close())

  for (const step of story) {
    test(step.title, async (context) => {
      // Each step stands on the one before: after a failure the rest would only repeat it.
      if (broken) context.skip()
      broken = true
      await step.run(scene)
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
