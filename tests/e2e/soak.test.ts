import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Driver } from './driver.ts'
import { soak } from './soak.ts'
import { openWorld } from './world.ts'

// A short one; `npm run soak` plays eight simulated hours.
describe('a spell of trading with faults', () => {
  let driver: Driver

  beforeAll(async () => {
    driver = await openWorld({ browser: inject('browser'), rebuild: false })
  })
  afterAll(() => driver.close())

  test(
    'the panel agrees with the exchange throughout, one panel, nothing thrown',
    { timeout: 240_000 },
    async () => {
      const { wrong, missing, panels, checks, counts } = await soak(driver, {
        steps: 30,
        seed: 7,
        pace: 250,
      })
      expect(wrong).toEqual([])
      expect(missing).toEqual([])
      expect(panels).toBe(1)
      expect(counts).toMatchObject({ tooMany: [], tooFew: [] })
      expect(counts.right).toBeGreaterThan(0)
      expect(checks).toBe(30)
      const ours = driver.complaints.filter(({ text }) => /margin.?brake|extension/i.test(text))
      // What it says of a full storage is meant to be said, and once.
      expect(ours.filter(({ text }) => !text.includes('could not be saved'))).toEqual([])
    },
  )
})
