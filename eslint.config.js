import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import noDecimalOperators from './tests/laws/no-decimal-operators.js'

/**
 * The laws of the house. Imports point one way:
 *   entrypoints → components, lib;  components → lib/rules, lib/i18n
 *   lib/storage → lib/*;  lib/rules → lib/ledger, lib/margin;  lib/ledger, lib/page → lib/margin
 *   lib/journal → lib/ledger, lib/margin;  components → lib/journal as well
 * A folder with an index.ts is entered by that door only.
 */
const HOUSE = ['margin', 'ledger', 'rules', 'journal', 'page', 'storage', 'i18n']

const decimalLaw = {
  regex: '^decimal\\.js',
  message: 'decimal.js is configured and imported in lib/margin/decimal.ts only.',
}
const doorLaw = {
  regex: '^@/lib/(margin|ledger|rules|journal|page|i18n)/',
  message: 'Enter by the door: import from the folder, not from a file inside it.',
}
const layerLaw = (allowed, { ownFolderOnly = true } = {}) => {
  const open = allowed.map((place) => `@/${place}`).join('|') || '(?!)'
  return [
    {
      regex: `^@/(?!(?:${open.replaceAll('@/', '')})(?:/|$))`,
      message: `This layer may import ${allowed.join(', ') || 'nothing'} of the house.`,
    },
    ...(ownFolderOnly
      ? [
          {
            regex: '(^|/)\\.\\./',
            message: 'Leave a folder by its alias (@/…), so that the law sees it.',
          },
        ]
      : []),
  ]
}
const law = (files, allowed, options) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [decimalLaw, doorLaw, ...layerLaw(allowed, options)] },
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
].map((name) => ({ name, message: 'Margin Brake makes no network request.' }))

const noNetworkMembers = [
  {
    object: 'navigator',
    property: 'sendBeacon',
    message: 'Margin Brake makes no network request.',
  },
  ...['window', 'self', 'globalThis'].flatMap((object) =>
    noNetwork.map(({ name, message }) => ({ object, property: name, message })),
  ),
]

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
      'no-restricted-globals': ['error', ...noNetwork],
      'no-restricted-properties': ['error', ...noNetworkMembers],
      'no-restricted-syntax': [
        'error',
        ...noMarkupInjection,
        noMarkupCalls,
        noQueries,
        noDecimalSet,
      ],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    // lib/page knows the exchange's page; our own pages may find their own root.
    files: ['lib/page/**', 'entrypoints/{popup,journal,welcome}/**'],
    rules: {
      'no-restricted-syntax': ['error', ...noMarkupInjection, noMarkupCalls, noDecimalSet],
    },
  },
  law(['lib/margin/**'], []),
  {
    files: ['lib/margin/decimal.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  law(['lib/ledger/**'], ['lib/margin']),
  law(['lib/rules/**'], ['lib/margin', 'lib/ledger']),
  law(['lib/journal/**'], ['lib/margin', 'lib/ledger']),
  law(['lib/page/**'], ['lib/margin']),
  law(['lib/i18n/**'], ['lib/margin', 'lib/rules']),
  law(
    ['lib/storage/**'],
    HOUSE.filter((room) => room !== 'page').map((room) => `lib/${room}`),
  ),
  law(
    ['lib/messages.ts'],
    HOUSE.map((room) => `lib/${room}`),
  ),
  law(['components/**'], ['lib/rules', 'lib/journal', 'lib/i18n', 'components'], {
    ownFolderOnly: false,
  }),
  law(['entrypoints/**'], ['lib', 'components'], { ownFolderOnly: false }),
  {
    files: ['tests/**', '*.config.{ts,js}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `async () => void (await …)`: a driver's answer is dropped on purpose.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
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
