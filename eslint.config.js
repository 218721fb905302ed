import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import noDecimalOperators from './tests/laws/no-decimal-operators.js'

/**
 * The laws of the house. Imports point one way:
 *   entrypoints → components, lib;  components → lib/rules, lib/i18n
 *   lib/own-page → lib/storage, lib/rules, lib/i18n
 *   lib/storage → lib/*;  lib/rules → lib/ledger, lib/margin;  lib/ledger, lib/page → lib/margin
 *   lib/journal → lib/ledger, lib/margin;  components → lib/journal as well
 * A folder with an index.ts is entered by that door only. A layer names the packages that it may know.
 */
const HOUSE = ['margin', 'ledger', 'rules', 'journal', 'page', 'storage', 'i18n', 'own-page']

const decimalLaw = {
  regex: '^decimal\\.js',
  message: 'decimal.js is configured and imported in lib/margin/decimal.ts only.',
}
const doorLaw = {
  regex: `^@/lib/(${HOUSE.join('|')})/`,
  message: 'Enter by the door: import from the folder, not from a file inside it.',
}
const polyfillLaw = {
  regex: '^webextension-polyfill(/|$)',
  message: 'The browser is reached through wxt/browser.',
}
const packageLaw = (packages) => ({
  regex: `^(?!@/|\\.)(?!(?:${packages.join('|') || '(?!)'})(?:/|$))`,
  message: `This layer may know ${packages.join(', ') || 'no package'}.`,
})
const layerLaw = (allowed, { ownFolderOnly = true } = {}) => {
  const open = allowed.map((place) => `@/${place}`).join('|') || '(?!)'
  return [
    {
      regex: `^@/(?!(?:${open.replaceAll('@/', '')})(?:/|$))`,
      message: `This layer may import ${allowed.join(', ') || 'nothing'} of the house.`,
    },
    {
      regex: ownFolderOnly ? '(^|/)\\.\\./' : '(^|/)\\.\\./(.*/)?(lib|components|entrypoints)(/|$)',
      message: 'Leave a folder by its alias (@/…), so that the law sees it.',
    },
  ]
}
const law = (files, allowed, { packages, ...options } = {}) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          decimalLaw,
          polyfillLaw,
          doorLaw,
          ...(packages === undefined ? [] : [packageLaw(packages)]),
          ...layerLaw(allowed, options),
        ],
      },
    ],
  },
})

const noNetwork = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'Image',
  'importScripts',
].map((name) => ({ name, message: 'Margin Brake makes no network request.' }))

/** In a content script these are the page's, which could read what is kept there. */
const noPageStorage = ['localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'What is kept is kept by lib/storage.',
}))
const noMembers = [
  { property: 'sendBeacon', message: 'Margin Brake makes no network request.' },
  ...['window', 'self', 'globalThis'].flatMap((object) =>
    [...noNetwork, ...noPageStorage].map(({ name, message }) => ({
      object,
      property: name,
      message,
    })),
  ),
]

const noBareBrowser = ['chrome', 'browser'].map((name) => ({
  name,
  message: 'The browser is reached through wxt/browser.',
}))

const noMarkupInjection = ['innerHTML', 'outerHTML'].flatMap((property) => [
  {
    selector: `MemberExpression[property.name="${property}"]`,
    message: `${property}: markup comes from components only.`,
  },
])
const noMarkupCalls = {
  selector:
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/], JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Markup comes from components only.',
}
const noQueries = {
  selector:
    'CallExpression[callee.property.name=/^(querySelector|querySelectorAll|getElementById|getElementsByClassName|getElementsByTagName|closest|matches)$/]',
  message: 'What is known of the page lives in lib/page.',
}
const noDecimalSet = {
  selector: 'CallExpression[callee.object.name="Decimal"][callee.property.name=/^(set|config)$/]',
  message: 'Decimal is configured once, in lib/margin/decimal.ts.',
}
const noDynamicImport = {
  selector: 'ImportExpression',
  message: 'Imports stand at the top of a file, where the law sees them.',
}
/** The page is read: no click, no key, no event, no change. */
const noActing = [
  {
    selector:
      'CallExpression[callee.property.name=/^(click|focus|blur|submit|requestSubmit|select|dispatchEvent|scrollIntoView|setAttribute|removeAttribute|toggleAttribute|appendChild|insertBefore|removeChild|replaceWith|replaceChildren|insertAdjacentElement|insertAdjacentText)$/]',
    message: 'lib/page reads the page and never touches it.',
  },
  {
    selector:
      'AssignmentExpression > MemberExpression.left[property.name=/^(textContent|innerText|nodeValue|data|title|className|hidden|scrollTop|scrollLeft)$/]',
    message: 'lib/page reads the page and never touches it.',
  },
]
const everywhere = [...noMarkupInjection, noMarkupCalls, noDecimalSet, noDynamicImport]

export default defineConfig(
  globalIgnores(['.output/', '.wxt/', 'coverage/', 'node_modules/', 'tests/**/fixtures/']),
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tests/tsconfig.json', 'tests/practice-exchange/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { house: { rules: { 'no-decimal-operators': noDecimalOperators } } },
    rules: {
      'house/no-decimal-operators': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['entrypoints/**', 'components/**', 'lib/**'],
    rules: {
      'no-restricted-globals': ['error', ...noNetwork, ...noPageStorage, ...noBareBrowser],
      'no-restricted-properties': ['error', ...noMembers],
      'no-restricted-syntax': ['error', ...everywhere, noQueries],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    // lib/page knows the exchange's page, and does not touch it.
    files: ['lib/page/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noActing] },
  },
  {
    // Our own pages may find their own root.
    files: ['entrypoints/{popup,journal,options,welcome}/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  law(['lib/margin/**'], [], { packages: [] }),
  {
    files: ['lib/margin/decimal.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  law(['lib/ledger/**'], ['lib/margin'], { packages: ['valibot'] }),
  law(['lib/rules/**'], ['lib/margin', 'lib/ledger'], { packages: [] }),
  law(['lib/journal/**'], ['lib/margin', 'lib/ledger'], { packages: ['valibot'] }),
  law(['lib/page/**'], ['lib/margin'], { packages: [] }),
  law(['lib/i18n/**'], ['lib/margin', 'lib/rules'], { packages: [] }),
  law(
    ['lib/storage/**'],
    HOUSE.filter((room) => room !== 'page' && room !== 'own-page').map((room) => `lib/${room}`),
    { packages: ['idb', 'valibot', 'wxt/utils/storage'] },
  ),
  law(['lib/own-page/**'], ['lib/rules', 'lib/storage', 'lib/i18n', 'lib/journal'], {
    packages: ['valibot', 'wxt/browser'],
  }),
  law(
    ['lib/messages.ts'],
    HOUSE.map((room) => `lib/${room}`),
    { packages: ['valibot', 'wxt/browser'] },
  ),
  law(['components/**'], ['lib/rules', 'lib/journal', 'lib/i18n', 'components'], {
    ownFolderOnly: false,
    packages: ['preact', 'uplot'],
  }),
  law(['entrypoints/**'], ['lib', 'components'], {
    ownFolderOnly: false,
    packages: ['preact', 'uplot', 'wxt'],
  }),
  {
    files: ['tests/**', '*.config.{ts,js}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `async () => void (await …)`: a driver's answer is dropped on purpose.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    // Content scripts of the bench: plain scripts that share one world.
    files: ['tests/bench/page/overlays/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        MutationObserver: 'readonly',
        Element: 'readonly',
        setInterval: 'readonly',
        readRows: 'readonly',
        showRows: 'readonly',
      },
    },
  },
  {
    files: ['tests/run/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    // The practice exchange is another program: it must not lean on what it is there to check.
    files: ['tests/practice-exchange/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@/|decimal\\.js|/(lib|components|entrypoints)/',
              message: 'The practice exchange shares no code with the extension.',
            },
          ],
        },
      ],
    },
  },
)
