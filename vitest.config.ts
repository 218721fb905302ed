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

/**
 * `npm test` has 12 minutes on two cores. What asks a browser for nothing of its own (how rows are read, what a text
 * says, arithmetic, colours), or has been the same in both, runs in one of the two there; `npm test -- --in-both` runs all in both.
 */
const leftOut = process.env['ALL_IN_BOTH']
  ? { chromium: [], firefox: [] }
  : {
      // `pictures` looks at thirty states, a minute of work: for a change of the look, and before a release.
      chromium: [
        'demo',
        'full-storage',
        'held-limits',
        'journal',
        'pictures',
        'rebuilt-body',
        'settings',
        'soak',
        'untouched',
      ],
      firefox: [
        'accessibility',
        'account',
        'bad-input',
        'committed-pictures',
        'companion-matrix',
        'languages',
        'ledger',
        'matrix',
        'replay',
        'replay-report',
        'security-hostile',
        'security-prototypes',
        'self-check',
      ],
    }

const inBrowser = (browser: 'chromium' | 'firefox'): TestProjectConfiguration => ({
  test: {
    name: browser,
    include: ['tests/e2e/**/*.test.ts'],
    exclude: leftOut[browser].map((name) => `tests/e2e/${name}.test.ts`),
    environment: 'node',
    provide: { browser },
    globalSetup: [`tests/e2e/set-up-${browser}.ts`],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // One browser at a time: two cores are few. Most files share it (tests/e2e/shared-world.ts).
    fileParallelism: false,
    isolate: false,
  },
})

export default defineConfig(async () => ({
  test: {
    // By default one core is left to somebody who edits: on two cores that is every second one.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8' as const,
      include: ['lib/margin/**'],
      exclude: ['lib/margin/**/index.ts'],
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
          hookTimeout: 60_000,
        },
      },
      inBrowser('chromium'),
      inBrowser('firefox'),
    ],
  },
}))
