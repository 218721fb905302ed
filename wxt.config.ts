import { defineConfig } from 'wxt'

const description =
  'Shows how far your futures positions are from liquidation, counts how often you have added margin, and reminds you of the stop-loss. Read-only, unofficial.'

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'Margin Brake',
    description,
    permissions: ['storage'],
    // Asked for at the switch in the popup, never before.
    optional_permissions: ['notifications'],
    minimum_chrome_version: '120',
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'margin-brake@margin-brake.dev',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Its polyfill would put a `fetch` into what is shipped; these browsers need none.
    build: { modulePreload: { polyfill: false } },
  }),
})
