import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'wxt'
import { textsOfDictionaries } from './bundling/dictionaries.ts'
import { leanLibraries } from './bundling/libraries.ts'
import { packedPageWords } from './bundling/page-words.ts'
import { settings } from './lib/i18n/en/settings.ts'
import { interfaceLanguages } from './lib/rules/appearance.ts'

/** What the browser itself prints of us, by its names for messages. */
const browserTexts = {
  description: 'manifest.description',
  toggle_panel: 'command.toggle-panel',
  hide_amounts: 'command.hide-amounts',
  self_check: 'command.self-check',
} as const satisfies Record<string, keyof typeof settings>

const dictionaryOf = (language: string): Record<string, string> =>
  language === 'en'
    ? settings
    : (JSON.parse(
        readFileSync(join(import.meta.dirname, 'lib', 'i18n', language, 'pages.json'), 'utf8'),
      ) as Record<string, string>)

/** `_locales`, from the same dictionaries as the pages. */
const localeFile = (language: string) => {
  const dictionary = dictionaryOf(language)
  const messages = Object.entries(browserTexts).map(([name, key]) => {
    const message = dictionary[key]
    if (message === undefined) throw new Error(`${language} has no ${key}`)
    return [name, { message }]
  })
  return {
    relativeDest: `_locales/${language.replace('-', '_')}/messages.json`,
    contents: `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`,
  }
}

/** Our pages run our own files and reach nobody; no text ever becomes markup or code. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Without one `npm run dev` serves and rebuilds all the same, and says which folder to load. */
const hasDisplay =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined

export default defineConfig({
  imports: false,
  webExt: { disabled: !hasDisplay },
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'Margin Brake',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage'],
    // Asked for at the switch in the popup, never before.
    optional_permissions: ['notifications'],
    minimum_chrome_version: '120',
    // One key, that no system takes: Alt+Shift and Ctrl+Shift switch keyboard layouts on Windows, Alt with
    // F, E, V, S, B, T, H or M opens a menu of Firefox in one of our languages, and Option types a letter
    // on a Mac, which is therefore given none. The browser's own list of shortcuts sets all of them.
    commands: {
      'toggle-panel': {
        suggested_key: { windows: 'Alt+K', linux: 'Alt+K' },
        description: '__MSG_toggle_panel__',
      },
      'hide-amounts': { description: '__MSG_hide_amounts__' },
      'self-check': { description: '__MSG_self_check__' },
    },
    // A development build is fed by a server on this machine.
    ...(command === 'build' && { content_security_policy: { extension_pages: pagePolicy } }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'margin-brake@margin-brake.dev',
          // The first that knows `data_collection_permissions` on every platform.
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...interfaceLanguages.map(localeFile))
    },
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Its polyfill would put a `fetch` into what is shipped; these browsers need none.
    build: { modulePreload: { polyfill: false } },
    plugins: [...leanLibraries, textsOfDictionaries(), packedPageWords],
  }),
})
