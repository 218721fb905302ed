import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import noDecimalOperators from './tests/laws/no-decimal-operators.js'

/**
 * What a file may do. Who may import whom is in .dependency-cruiser.js; tests/laws breaks each rule of both once.
 */
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

const noWorld = [
  'document',
  'window',
  'navigator',
  'location',
  'performance',
  'Date',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'crypto',
].map((name) => ({ name, message: 'The loop is pure: what it needs comes with the event.' }))

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
      // An eighth of lint's time, for enums, of which there are none, and for classes, of which there are few.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
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
  {
    // The loop decides without a browser and without a clock: both come with the event.
    files: ['entrypoints/**/loop/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...noNetwork,
        ...noPageStorage,
        ...noBareBrowser,
        ...noWorld,
      ],
    },
  },
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
)
