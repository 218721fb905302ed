import { defineConfig } from 'wxt'

/** Stores take 132 letters. */
const description =
  'Distance to liquidation, a count of margin additions and stop-loss reminders for your futures positions. Read-only, unofficial.'

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

/**
 * Preact can set markup from a string, which no component of ours does. That way is taken out of what is
 * shipped: the string becomes text. Another version of Preact may need another pattern, and says so.
 */
const noMarkupFromStrings = {
  name: 'no-markup-from-strings',
  transform: (code: string, id: string) => {
    if (!id.includes('/preact/dist/preact.mjs')) return null
    const assignments = code.split('.innerHTML').length - 1
    if (assignments !== 2) throw new Error(`Preact names innerHTML ${String(assignments)} times`)
    return { code: code.replaceAll('.innerHTML', '.textContent'), map: null }
  },
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'Margin Brake',
    description,
    permissions: ['storage'],
    // Asked for at the switch in the popup, never before.
    optional_permissions: ['notifications'],
    minimum_chrome_version: '120',
    // Suggestions: the browser's own list changes them, and drops one that is taken.
    commands: {
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: 'Fold or open the panel',
      },
      'hide-amounts': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Hide or show amounts',
      },
      'self-check': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Open the self-check',
      },
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
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Its polyfill would put a `fetch` into what is shipped; these browsers need none.
    build: { modulePreload: { polyfill: false } },
    plugins: [noMarkupFromStrings],
  }),
})
