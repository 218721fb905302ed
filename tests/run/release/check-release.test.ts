import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../../lib/rules/settings/appearance.ts'
import { checkRelease } from './check-release.ts'
import { readRelease } from './read-release.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  version: string
}
const icon = readFileSync(join(project, 'public', 'icon', '128.png'))

let root: string

const manifest = (more: object = {}) => ({
  manifest_version: 3,
  name: 'Margin Brake',
  version,
  description: '__MSG_description__',
  permissions: ['storage'],
  optional_permissions: ['notifications'],
  icons: { 128: 'icon/128.png' },
  background: { service_worker: 'background.js' },
  action: { default_popup: 'popup.html' },
  content_scripts: [
    { matches: ['https://www.binance.com/futures/*'], js: ['content-scripts/futures.js'] },
  ],
  ...more,
})
const gecko = {
  browser_specific_settings: {
    gecko: { id: 'a@b.c', strict_min_version: '142.0', data_collection_permissions: {} },
  },
}

const pack = async (end: string, files: Record<string, string | Buffer>): Promise<void> => {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(files)) zip.file(name, content)
  writeFileSync(
    join(root, '.output', `margin-brake-${version}-${end}.zip`),
    await zip.generateAsync({ type: 'nodebuffer' }),
  )
}
const shipped = (written: object, more: Record<string, string> = {}) => ({
  'manifest.json': JSON.stringify(written),
  'background.js': '',
  'popup.html': '',
  'content-scripts/futures.js': '',
  'icon/128.png': icon,
  ...Object.fromEntries(
    interfaceLanguages.map((language) => [
      `_locales/${language.replace('-', '_')}/messages.json`,
      JSON.stringify({ description: { message: 'How far from liquidation.' } }),
    ]),
  ),
  ...more,
})

/** The project's own texts and pictures, the change log cut for its version, and packages of the same shape. */
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'margin-brake-release-'))
  mkdirSync(join(root, '.output'))
  cpSync(join(project, 'docs', 'store'), join(root, 'docs', 'store'), { recursive: true })
  writeFileSync(join(root, 'package.json'), JSON.stringify({ version }))
  writeFileSync(
    join(root, 'CHANGELOG.md'),
    `# Changelog\n\n## [Unreleased]\n\n## [${version}] - 2026-11-30\n\n### Added\n\n- All of it.\n`,
  )
  await pack('chrome', shipped(manifest()))
  await pack('firefox', shipped(manifest(gecko)))
  await pack(
    'sources',
    Object.fromEntries(
      ['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md', 'LICENSE'].map((name) => [
        name,
        '',
      ]),
    ),
  )
  execFileSync('git', ['init', '-q'], { cwd: root })
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const faults = async (betweenReleases = false): Promise<string[]> =>
  checkRelease(await readRelease(root), { betweenReleases }).map(
    ({ where, what }) => `${where}: ${what}`,
  )

const edit = (file: string, change: (text: string) => string): void => {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))
}

test('a release as it should be', async () => {
  expect(await faults()).toEqual([])
})

describe('planted faults', () => {
  test('a package that holds a source map, and lacks what its manifest names', async () => {
    const files: Record<string, string | Buffer> = shipped(manifest(), {
      'background.js.map': '{}',
    })
    delete files['popup.html']
    await pack('chrome', files)
    expect(await faults()).toEqual([
      expect.stringContaining('chrome.zip: holds background.js.map'),
      expect.stringContaining('names popup.html, which is not there'),
    ])
  })

  test('a manifest that asks for more, in Chrome’s package and not in Firefox’s', async () => {
    await pack('chrome', shipped(manifest({ permissions: ['storage', 'tabs'] })))
    expect(await faults()).toEqual([expect.stringContaining('permissions is not ["storage"]')])
  })

  test('a content script on every page of the exchange, and a host that may be asked for', async () => {
    const matches = ['https://*.binance.com/*']
    await pack(
      'chrome',
      shipped(manifest({ content_scripts: [{ matches }], optional_host_permissions: matches })),
    )
    expect(await faults()).toEqual([
      expect.stringContaining('asks for optional_host_permissions'),
      expect.stringContaining('runs on https://*.binance.com/*'),
    ])
  })

  test('a manifest for Firefox that does not say what it collects', async () => {
    await pack('firefox', shipped(manifest()))
    expect(await faults()).toContainEqual(
      expect.stringContaining('no gecko.data_collection_permissions'),
    )
  })

  test('a listing that no store would take', async () => {
    edit('docs/store/listing.md', (text) =>
      text.replace('## Description\n', `## Description\n${'long '.repeat(2_000)}\n`),
    )
    expect(await faults()).toEqual([expect.stringMatching(/listing\.md: the description has \d+/)])
  })

  test('a summary of the manifest that is too long in one language', async () => {
    const message = 'x'.repeat(133)
    const texts = JSON.stringify({ description: { message } })
    await pack('chrome', shipped(manifest(), { '_locales/ru/messages.json': texts }))
    expect(await faults()).toEqual([expect.stringContaining('133 letters of 132')])
  })

  test('a picture of another size', async () => {
    const [first = ''] = (await readRelease(root)).screenshots['docs/store/pictures']!.map(
      ({ file }) => file,
    )
    cpSync(join(root, 'docs/store/pictures/tile-440x280.png'), join(root, first))
    expect(await faults()).toEqual([`${first}: is 440 × 280, not 1280 × 800`])
  })

  test('no pictures in Russian', async () => {
    rmSync(join(root, 'docs/store/pictures/ru'), { recursive: true })
    expect(await faults()).toEqual(['docs/store/pictures: has none in ru'])
  })

  test('a version of which the change log says nothing', async () => {
    edit('package.json', () => JSON.stringify({ version: '9.9.9' }))
    const found = await faults()
    expect(found).toContain('CHANGELOG.md: says nothing of 9.9.9, the version of package.json')
    // The packages are older than that, too.
    expect(found).toContainEqual(expect.stringContaining('version is not "9.9.9"'))
  })

  test('changes that wait for a release', async () => {
    edit('CHANGELOG.md', (text) => text.replace('[Unreleased]\n', '[Unreleased]\n\n- Something.\n'))
    expect(await faults()).toEqual(['CHANGELOG.md: still has unreleased changes: cut them'])
    expect(await faults(true)).toEqual([])
  })

  test('a tag that is there already', async () => {
    const git = (...given: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'core.hooksPath=/dev/null', ...given],
        { cwd: root, stdio: 'ignore' },
      )
    git('commit', '-q', '--allow-empty', '-m', 'a')
    git('tag', `v${version}`)
    expect(await faults()).toEqual([
      `git: the tag v${version} is there already: that version is out`,
    ])
  })

  test('one translated listing demands the others', async () => {
    rmSync(join(root, 'docs/store/listings/tr.md'))
    expect(await faults()).toEqual(['docs/store: has no listing in tr'])
  })

  test('nothing was packed', async () => {
    rmSync(join(root, '.output'), { recursive: true })
    expect(await faults()).toEqual([
      'package for chrome: is not there',
      'package for firefox: is not there',
      'sources for Firefox: are not there',
    ])
  })
})
