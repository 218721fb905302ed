import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import JSZip from 'jszip'

/**
 * Packs both browsers, unpacks the sources as a reviewer would, packs them once more from there, and
 * holds the packages to each other, byte by byte.
 */
const root = join(import.meta.dirname, '..', '..')

const pack = (folder: string): void => {
  const wxt = join(folder, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  for (const browser of ['chrome', 'firefox']) {
    execFileSync(process.execPath, [wxt, 'zip', '-b', browser], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
  }
}

const packages = (folder: string): string[] => {
  const output = join(folder, '.output')
  return readdirSync(output)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => join(output, name))
}

const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Contents only: a package's own dates are those of the hour in which it was made. */
const contents = async (file: string): Promise<Map<string, string>> => {
  const zip = await JSZip.loadAsync(readFileSync(file))
  const files = Object.values(zip.files).filter(({ dir }) => !dir)
  return new Map(
    await Promise.all(
      files.map(async (entry) => [entry.name, sum(await entry.async('uint8array'))] as const),
    ),
  )
}

const unpack = async (file: string, folder: string): Promise<void> => {
  const zip = await JSZip.loadAsync(readFileSync(file))
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue
    const path = join(folder, entry.name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await entry.async('uint8array'))
  }
}

const only = (files: readonly string[], end: string): string => {
  const [file, ...others] = files.filter((name) => name.endsWith(end))
  if (file === undefined || others.length > 0) throw new Error(`not one package ends in ${end}`)
  return file
}

const folder = mkdtempSync(join(tmpdir(), 'margin-brake-sources-'))
try {
  for (const file of readdirSync(join(root, '.output'), { withFileTypes: true })) {
    if (file.name.endsWith('.zip')) rmSync(join(root, '.output', file.name))
  }
  pack(root)
  const first = packages(root)
  await unpack(only(first, '-sources.zip'), folder)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  pack(folder)
  const second = packages(folder)
  for (const end of ['-chrome.zip', '-firefox.zip']) {
    const [one, other] = await Promise.all([
      contents(only(first, end)),
      contents(only(second, end)),
    ])
    const names = [...new Set([...one.keys(), ...other.keys()])]
    const different = names.filter((name) => one.get(name) !== other.get(name))
    if (one.size === 0 || different.length > 0) {
      console.error(`${end}: not the same: ${different.join(', ')}`)
      process.exitCode = 1
    } else {
      console.log(`${end}: ${String(one.size)} files, the same from the sources`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
