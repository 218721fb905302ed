export const stores = ['chrome', 'edge', 'firefox'] as const
export type Store = (typeof stores)[number]

/** Names of the variables in which the submit tool looks for the credentials of a store. */
export const credentials: Readonly<Record<Store, readonly string[]>> = {
  // The API v2: a service account of Google Cloud that the publisher has let in. v1.1 ended on 15 October 2026.
  chrome: [
    'CHROME_EXTENSION_ID',
    'CHROME_PUBLISHER_ID',
    'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
    'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
  ],
  edge: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
  firefox: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
}

export type Wish = {
  stores: readonly Store[]
  /** Paths. Edge takes Chrome's. */
  packages: { chrome: string; firefox: string; sources: string }
  /** Only asks whether the stores know us; nothing is uploaded. */
  dryRun: boolean
  /** Chrome: a version that was reviewed waits until somebody publishes it. */
  staged: boolean
  /** Chrome: one that is still under review gives way to this one. */
  cancelPending: boolean
}

const argumentsFor = (store: Store, { packages, staged, cancelPending }: Wish): string[] => {
  switch (store) {
    case 'chrome':
      return [
        ...['--chrome-zip', packages.chrome],
        ...['--chrome-api-version', 'v2'],
        ...(staged ? ['--chrome-publish-type', 'STAGED_PUBLISH'] : []),
        ...(cancelPending ? ['--chrome-cancel-pending'] : []),
      ]
    case 'edge':
      return ['--edge-zip', packages.chrome]
    case 'firefox':
      return ['--firefox-zip', packages.firefox, '--firefox-sources-zip', packages.sources]
  }
}

/** What the submit tool is given; credentials are never among it, since a list of processes shows it. */
export const submission = (wish: Wish): string[] => [
  ...(wish.dryRun ? ['--dry-run'] : []),
  ...wish.stores.flatMap((store) => argumentsFor(store, wish)),
]

/** Variables that are not set, or empty. */
export const missingCredentials = (
  wanted: readonly Store[],
  env: Readonly<Record<string, string | undefined>>,
): string[] => wanted.flatMap((store) => credentials[store]).filter((name) => !env[name])
