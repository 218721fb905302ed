import { rmSync } from 'node:fs'
import { findBrowser } from '../run/find-browser.mjs'
import { buildFor } from './build-all.ts'
import { openedProfile, openProfileOnce } from './firefox.ts'
import { sharedProfile } from './shared-world.ts'

const removeProfiles = () => {
  for (const profile of [openedProfile, sharedProfile('firefox')])
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

export default async () => {
  removeProfiles()
  await buildFor('firefox')()
  const executable = findBrowser('firefox')
  if (executable !== null) await openProfileOnce(executable)
  return removeProfiles
}
