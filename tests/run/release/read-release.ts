import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import JSZip from 'jszip'
import { interfaceLanguages } from '../../../lib/rules/settings/appearance.ts'
import { readPngSize } from './png-size.ts'
import type { Listing, Package, Picture, ReleaseFacts } from './release-facts.ts'

const readPackage = async (root: string, end: string): Promise<Package | null> => {
  const output = join(root, '.output')
  const name = existsSync(output)
    ? readdirSync(output).find((file) => file.endsWith(`-${end}.zip`))
    : undefined
  if (name === undefined) return null
  const zip = await JSZip.loadAsync(readFileSync(join(output, name)))
  const files = new Map<string, Buffer>()
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) files.set(entry.name, await entry.async('nodebuffer'))
  }
  const bytes = (file: string) => files.get(file) ?? null
  return {
    file: name,
    names: [...files.keys()],
    bytes,
    text: (file) => bytes(file)?.toString('utf8') ?? null,
  }
}

const section = (text: string, title: string): string | null =>
  text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0]?.trim() ?? null

/** `**Name** …`, `## Summary` and `## Description` of a listing. */
export const parseListing = (file: string, language: string, text: string): Listing => ({
  file,
  language,
  name: /^\*\*Name\*\* (.+)$/m.exec(text)?.[1]?.trim() ?? '',
  summary: section(text, 'Summary'),
  description: section(text, 'Description') ?? '',
})

/** English in `docs/store/listing.md`, the others in `docs/store/listings/<language>.md`. */
const readListings = (root: string): Listing[] =>
  globSync(['docs/store/listing.md', 'docs/store/listings/*.md'], { cwd: root }).map((file) => {
    const own = basename(file, '.md')
    return parseListing(
      file,
      own === 'listing' ? 'en' : own,
      readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
    )
  })

const readPicture = (root: string, file: string): Picture => ({
  file,
  ...(readPngSize(readFileSync(join(root, file))) ?? { width: 0, height: 0, hasAlpha: false }),
})

/** Screenshots are numbered in the order in which the stores show them; other languages have folders of theirs. */
const readScreenshots = (root: string): Record<string, Picture[]> => {
  const byFolder: Record<string, Picture[]> = { 'docs/store/pictures': [] }
  for (const file of globSync('docs/store/pictures/**/[0-9]-*.png', { cwd: root }).sort()) {
    ;(byFolder[dirname(file)] ??= []).push(readPicture(root, file))
  }
  return byFolder
}

const readTags = (root: string): string[] => {
  try {
    return execFileSync('git', ['tag'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  } catch {
    return []
  }
}

export const readRelease = async (root: string): Promise<ReleaseFacts> => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const [tile] = globSync('docs/store/pictures/tile-*.png', { cwd: root })
  return {
    version,
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8').replaceAll('\r\n', '\n'),
    tags: readTags(root),
    languages: interfaceLanguages,
    packages: {
      chrome: await readPackage(root, 'chrome'),
      firefox: await readPackage(root, 'firefox'),
      sources: await readPackage(root, 'sources'),
    },
    listings: readListings(root),
    screenshots: readScreenshots(root),
    tile: tile === undefined ? null : readPicture(root, tile),
  }
}
