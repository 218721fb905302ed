import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

type Locked = {
  version?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  license?: string
  link?: boolean
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  lockfileVersion: number
  packages: Record<string, Locked>
}
/** Workspaces are folders of this repository: they have no archive, and so no checksum. */
const workspaces = ['tests/practice-exchange']
const locked = Object.entries(lock.packages).filter(
  ([path, { link }]) => path !== '' && link !== true && !workspaces.includes(path),
)

/** Without an address npm asks the registry that it is set to; the checksum holds in either case. */
test('every package has its checksum, and none an address outside the registry', () => {
  expect(lock.lockfileVersion).toBe(3)
  expect(locked.length).toBeGreaterThan(100)
  const strange = locked.filter(
    ([, { resolved, integrity }]) =>
      resolved?.startsWith('https://registry.npmjs.org/') === false ||
      integrity?.startsWith('sha512-') !== true,
  )
  expect(strange.map(([path]) => path)).toEqual([])
})

/** What may be shipped inside an MIT extension. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0']

test('what is shipped is few, and its licences allow it', () => {
  const shipped = locked.filter(([, { dev }]) => dev !== true)
  const licences = shipped.map(([path]) => {
    const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
      name: string
      license?: string
    }
    return [manifest.name, manifest.license] as const
  })
  expect(licences.length).toBeLessThan(15)
  expect(licences.filter(([, licence]) => !FREE.includes(licence ?? ''))).toEqual([])
})

type Manifest = {
  workspaces?: readonly string[]
  dependencies?: Record<string, string>
  devDependencies: Record<string, string>
}
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

test.each(['.', ...workspaces])('every name that %s asks for is in the lock file', (folder) => {
  const { dependencies, devDependencies } = manifestOf(folder)
  const asked = Object.keys({ ...dependencies, ...devDependencies })
  expect(asked.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([])
})

test('the practice exchange brings its own libraries, and ships nothing', () => {
  expect(manifestOf('.').workspaces).toEqual(workspaces)
  const { dependencies, devDependencies } = manifestOf('.')
  const ours = Object.keys({ ...dependencies, ...devDependencies })
  expect(ours.filter((name) => /(^|\/)react/.test(name))).toEqual([])
  expect(manifestOf('tests/practice-exchange').dependencies).toBeUndefined()
})
