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
const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  workspaces: string[]
}
/** Our own: the project, its workspaces, and the links to them. */
const isOurs = (path: string, { link, resolved }: Locked): boolean =>
  path === '' || workspaces.includes(path) || (link === true && workspaces.includes(resolved ?? ''))
const locked = Object.entries(lock.packages).filter(([path, each]) => !isOurs(path, each))

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

/** What may be used to build and test it: free of conditions on what is made with it. */
const FREE_TO_USE = [
  ...FREE,
  ...['BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Zlib', 'Unlicense', 'CC-BY-4.0'],
]

/** "(MIT OR GPL-3.0)": one of them is free; "(MIT AND Zlib)": all of them are. */
const isFree = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => FREE_TO_USE.includes(name.trim())))

test('nor does what it is built with bind anybody', () => {
  const strange = locked.filter(([, { license }]) => !isFree(license ?? 'none'))
  expect(strange.map(([path, { license }]) => `${path}: ${String(license)}`)).toEqual([])
  expect(isFree('GPL-3.0')).toBe(false)
  expect(isFree('(MIT AND GPL-3.0)')).toBe(false)
})

test.each(['.', ...workspaces])('every name that %s asks for is in the lock file', (folder) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Partial<
    Record<'dependencies' | 'devDependencies', Record<string, string>>
  >
  const asked = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(asked.length).toBeGreaterThan(0)
  // One that two of ours want in two versions lies in the workspace.
  const isLocked = (name: string): boolean =>
    [`node_modules/${name}`, `${folder}/node_modules/${name}`].some((path) => path in lock.packages)
  expect(asked.filter((name) => !isLocked(name))).toEqual([])
})
