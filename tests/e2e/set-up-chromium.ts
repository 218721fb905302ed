import { rmSync } from 'node:fs'
import { buildFor } from './build-all.ts'
import { sharedProfile } from './shared-world.ts'

const removeProfile = () => {
  rmSync(sharedProfile('chromium'), { recursive: true, force: true, maxRetries: 5 })
}

export default async () => {
  removeProfile()
  await buildFor('chrome')()
  return removeProfile
}
