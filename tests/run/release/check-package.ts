import { readPngSize } from './png-size.ts'
import type { Fault, Package } from './release-facts.ts'
import { storeLimits } from './store-limits.ts'

type Manifest = Record<string, unknown> & {
  icons?: Record<string, string>
  background?: { service_worker?: string; scripts?: string[] }
  action?: { default_popup?: string }
  content_scripts?: { matches?: string[]; js?: string[]; css?: string[] }[]
}

type Texts = Record<string, { message?: string }>

/** Where the extension may read; `tests/e2e/manifest.test.ts` holds the pages. */
const AT_HOME = /^https:\/\/(?:www|demo)\.binance\.com\//

/** What never goes to a store. */
const STRAY = /\.(?:map|tsx?|pem|env|crx|log)$|(?:^|\/)(?:node_modules|\.git|\.env)(?:\/|$)/

const filesOf = ({ icons, background, action, content_scripts: scripts }: Manifest): string[] =>
  [
    ...Object.values(icons ?? {}),
    background?.service_worker,
    ...(background?.scripts ?? []),
    action?.default_popup,
    ...(scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]),
  ].filter((file) => file !== undefined)

const parse = (text: string | null): Record<string, unknown> | null => {
  try {
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>)
  } catch {
    return null
  }
}

const checkTexts = (found: Package, manifest: Manifest, languages: readonly string[]): string[] => {
  const keys = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '')
  return languages.flatMap((language) => {
    const file = `_locales/${language.replace('-', '_')}/messages.json`
    const messages = parse(found.text(file)) as Texts | null
    if (messages === null) return [`${file} is missing or no JSON`]
    const most = storeLimits.manifestDescriptionLetters
    const { length } = messages['description']?.message ?? ''
    return [
      ...keys.filter((key) => !messages[key]?.message).map((key) => `${file} has no ${key}`),
      ...(length > most
        ? [`${file}: the description has ${String(length)} letters of ${String(most)}`]
        : []),
    ]
  })
}

const checkIcon = (found: Package, manifest: Manifest): string[] => {
  const side = storeLimits.iconPixels
  const size = readPngSize(found.bytes(manifest.icons?.[String(side)] ?? ''))
  return size?.width === side && size.height === side
    ? []
    : [`no icon of ${String(side)} × ${String(side)}`]
}

/** What only one of the stores asks for. */
const checkForStore = (store: 'chrome' | 'firefox', manifest: Manifest): string[] => {
  const settings = manifest['browser_specific_settings'] as
    { gecko?: Record<string, unknown> } | undefined
  if (store === 'chrome') {
    return ['browser_specific_settings', 'key', 'update_url']
      .filter((name) => name in manifest)
      .map((name) => `the manifest has ${name}, which is another store’s`)
  }
  return ['id', 'strict_min_version', 'data_collection_permissions']
    .filter((name) => settings?.gecko?.[name] === undefined)
    .map((name) => `the manifest has no gecko.${name}`)
}

/** A package as a store would look at it. */
export const checkPackage = (
  store: 'chrome' | 'firefox',
  found: Package | null,
  { version, languages }: { version: string; languages: readonly string[] },
): Fault[] => {
  if (found === null) return [{ where: `package for ${store}`, what: 'is not there' }]
  const manifest = parse(found.text('manifest.json'))
  if (manifest === null) return [{ where: found.file, what: 'has no manifest.json at its root' }]
  const name = String(manifest['name'])
  const { content_scripts: scripts = [] } = manifest as Manifest
  const expected = {
    manifest_version: 3,
    version,
    permissions: ['storage'],
    optional_permissions: ['notifications'],
  }
  const faults = [
    ...found.names.filter((file) => STRAY.test(file)).map((file) => `holds ${file}`),
    ...Object.entries(expected)
      .filter(([key, value]) => JSON.stringify(manifest[key]) !== JSON.stringify(value))
      .map(([key, value]) => `the manifest’s ${key} is not ${JSON.stringify(value)}`),
    ...[
      'host_permissions',
      'optional_host_permissions',
      'externally_connectable',
      'web_accessible_resources',
    ]
      .filter((key) => key in manifest)
      .map((key) => `the manifest asks for ${key}`),
    ...scripts
      .flatMap(({ matches = [] }) => matches)
      .filter((pattern) => !AT_HOME.test(pattern))
      .map((pattern) => `a content script runs on ${pattern}`),
    ...filesOf(manifest)
      .filter((file) => found.bytes(file) === null)
      .map((file) => `the manifest names ${file}, which is not there`),
    ...(name.length > storeLimits.nameLetters ? [`the name “${name}” is too long`] : []),
    ...checkTexts(found, manifest, languages),
    ...checkIcon(found, manifest),
    ...checkForStore(store, manifest),
  ]
  return faults.map((what) => ({ where: found.file, what }))
}

/** Firefox's reviewers build from these; what they need is there, and what is nobody's business is not. */
export const checkSources = (found: Package | null): Fault[] => {
  if (found === null) return [{ where: 'sources for Firefox', what: 'are not there' }]
  const needed = ['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md', 'LICENSE']
  return [
    ...needed
      .filter((file) => !found.names.includes(file))
      .map((file) => `has no ${file}, without which nobody can build it`),
    ...found.names
      .filter((file) => /(?:^|\/)(?:node_modules|\.git|\.env|\.cache|\.output)\//.test(file))
      .slice(0, 3)
      .map((file) => `holds ${file}`),
  ].map((what) => ({ where: found.file, what }))
}
