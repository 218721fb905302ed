/** How a script of package.json is tried: as short as it goes, and enough to see that it works. */
export type Trial = {
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** It runs until it is ended: it works when it has printed this. */
  until?: RegExp
}

/** Every script of package.json but `smoke` itself; a test holds the two lists to each other. */
export const smokeList: Readonly<Record<string, Trial>> = {
  build: {},
  zip: {},
  reproduce: {},
  'release:check': { args: ['--between-releases'] },
  dev: { until: /Load ".*" as an unpacked extension|Opened browser/ },
  fix: {},
  check: { args: ['tests/laws'] },
  test: { args: ['chromium', 'tests/e2e/story'] },
  start: { args: ['--headless', '--scene', 'falling'] },
  demo: { until: /Open it here: http/ },
  replay: { args: ['--headless', 'tests/lib/page/reports/2026-en-hedge.json'] },
  pictures: { args: ['--out', '.output/smoke/pictures'] },
  bench: { args: ['--short'] },
  soak: { env: { HOURS: '0.1' } },
  coverage: {},
  histories: { env: { HISTORIES: '50' } },
  mutate: { args: ['--mutate', 'lib/ledger/is-dated.ts'] },
  zoo: { env: { PAGES: '40' } },
  simulate: { env: { POSITIONS: '50' } },
}
