import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { textsOfDictionaries } from './bundling/dictionaries.ts'
import { reducedDecimal } from './bundling/libraries.ts'

declare module 'vitest' {
  // Merged into vitest's own interface: it is how a project hands values to its tests.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    browser: 'chromium' | 'firefox'
  }
}

/** Red, and so not run: `sizes` for budgets that are exceeded, `pictures` for pictures of the old panel. */
const notGreen = {
  chromium: ['pictures', 'sizes'],
  firefox: ['bad-input', 'sizes'],
}

/** Reading and arithmetic in many dialogs: what one browser reads the other does, as `matrix` and `decision` show. */
const inOneBrowser = { chromium: [], firefox: ['companion-matrix'] }

const inBrowser = (browser: 'chromium' | 'firefox'): TestProjectConfiguration => ({
  test: {
    name: browser,
    include: ['tests/e2e/**/*.test.ts'],
    exclude: [...notGreen[browser], ...inOneBrowser[browser]].map(
      (name) => `tests/e2e/${name}.test.ts`,
    ),
    environment: 'node',
    provide: { browser },
    globalSetup: [`tests/e2e/set-up-${browser}.ts`],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // One browser at a time: two cores are few.
    fileParallelism: false,
  },
})

export default defineConfig(async () => ({
  test: {
    // By default one core is left to somebody who edits: on two cores that is every second one.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8' as const,
      include: ['lib/margin/**'],
      exclude: ['lib/margin/index.ts'],
      reporter: ['text'],
      thresholds: { branches: 100, functions: 100, lines: 100 },
    },
    projects: [
      {
        plugins: [...(await WxtVitest()), reducedDecimal, textsOfDictionaries()],
        test: {
          // On what ships of it.
          server: { deps: { inline: ['decimal.js'] } },
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx,js}'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
          // Properties and simulations, on a machine that is busy with other things.
          testTimeout: 60_000,
        },
      },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
}))
