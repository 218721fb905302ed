import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { interfaceLanguages } from '../../lib/rules/settings/appearance.ts'
import { MatchPattern } from 'wxt/utils/match-patterns'

const browser = inject('browser')
/** What the browser is given, as it was built. */
const folder = join(
  import.meta.dirname,
  '..',
  '..',
  '.output',
  browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3',
)
const read = (file: string) => readFileSync(join(folder, file))

type Manifest = Record<string, unknown> & {
  version: string
  icons: Record<string, string>
  content_scripts: { matches: string[]; exclude_matches: string[]; js: string[] }[]
}
const manifest = JSON.parse(read('manifest.json').toString()) as Manifest

describe(`the manifest for ${browser}`, () => {
  test('it asks for storage and for nothing else; for notifications only when they are switched on', () => {
    expect(manifest['manifest_version']).toBe(3)
    expect(manifest['permissions']).toEqual(['storage'])
    const asking =
      /permission|host|accessible|externally|content_security|update_url|devtools|override/
    const others = Object.keys(manifest).filter((key) => key !== 'permissions' && asking.test(key))
    // No web-accessible resource, no page or extension that may connect, no update address of our own.
    expect(others).toEqual(['optional_permissions', 'content_security_policy'])
    expect(manifest['optional_permissions']).toEqual(['notifications'])
  })

  test('our pages run their own files, reach nobody, and make no markup out of text', () => {
    expect(manifest['content_security_policy']).toEqual({
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    })
  })

  test('its words: short enough for the stores, and none of the exchange’s brand', () => {
    expect(manifest['name']).toBe('Margin Brake')
    expect(manifest['default_locale']).toBe('en')
    expect(manifest['description']).toBe('__MSG_description__')
    const locales = readdirSync(join(folder, '_locales'))
    expect(locales).toHaveLength(interfaceLanguages.length)
    for (const locale of locales) {
      const texts = JSON.parse(read(`_locales/${locale}/messages.json`).toString()) as Record<
        string,
        { message: string }
      >
      for (const name of ['description', 'toggle_panel', 'hide_amounts', 'self_check']) {
        const message = texts[name]?.message ?? ''
        expect(message, `${locale} ${name}`).not.toBe('')
        expect(message.length, `${locale} ${name}`).toBeLessThanOrEqual(132)
        expect(message).not.toMatch(/binance|\bprofit|guarantee|protect|\bsafe/i)
      }
    }
  })

  test('its version is the package’s', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(manifest.version).toBe(version)
  })

  test('one content script, on the futures and delivery pages', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: [
          'https://demo.binance.com/*/delivery/*',
          'https://demo.binance.com/*/futures/*',
          'https://demo.binance.com/delivery/*',
          'https://demo.binance.com/futures/*',
          'https://www.binance.com/*/delivery/*',
          'https://www.binance.com/*/futures/*',
          'https://www.binance.com/delivery/*',
          'https://www.binance.com/futures/*',
        ],
        exclude_matches: [
          'https://demo.binance.com/*copy-trading/*',
          'https://demo.binance.com/*my/wallet/*',
          'https://www.binance.com/*copy-trading/*',
          'https://www.binance.com/*my/wallet/*',
        ],
        js: ['content-scripts/futures.js'],
        css: ['content-scripts/futures.css'],
      },
    ])
  })

  const isAtHome = (url: string): boolean =>
    manifest.content_scripts.some(({ matches, exclude_matches: excluded }) => {
      const covers = (pattern: string) => new MatchPattern(pattern).includes(url)
      return matches.some(covers) && !excluded.some(covers)
    })

  test.each([
    'https://www.binance.com/futures/BTCUSDT',
    'https://www.binance.com/en/futures/BTCUSDT',
    'https://www.binance.com/zh-CN/futures/龙虾USDT',
    'https://www.binance.com/pt-BR/futures/1000PEPEUSDT',
    'https://www.binance.com/en/futures/BTCUSDT_261225',
    'https://www.binance.com/en/futures/',
    'https://www.binance.com/delivery/BTCUSD_PERP',
    'https://www.binance.com/en/delivery/BTCUSD_PERP',
    'https://demo.binance.com/en/futures/BTCUSDT',
    'https://demo.binance.com/futures/BTCUSDT',
    'https://demo.binance.com/en/delivery/BTCUSD_PERP',
  ])('it is at home on %s', (url) => {
    expect(isAtHome(url)).toBe(true)
  })

  test.each([
    'https://www.binance.com/my/wallet/futures',
    'https://www.binance.com/my/wallet/futures/balances',
    'https://www.binance.com/en/my/wallet/futures/balances/crypto',
    'https://www.binance.com/en/my/wallet/delivery/balances',
    'https://www.binance.com/en/trade/BTC_USDT',
    'https://www.binance.com/en',
    'https://www.binance.com/en/copy-trading',
    'https://www.binance.com/en/copy-trading/lead-details/123',
    'https://www.binance.com/en/copy-trading/futures/123',
    'https://www.binance.com/copy-trading/futures/123',
    'https://demo.binance.com/en/copy-trading/futures/123',
    'https://demo.binance.com/en/my/wallet/futures/balances',
    'https://testnet.binance.com/en/futures/BTCUSDT',
    'https://demo.binance.com.example.org/en/futures/BTCUSDT',
    'http://www.binance.com/en/futures/BTCUSDT',
    'https://accounts.binance.com/en/futures/BTCUSDT',
    'https://www.binance.com.example.org/en/futures/BTCUSDT',
    'https://example.org/https://www.binance.com/en/futures/BTCUSDT',
  ])('it is a stranger on %s', (url) => {
    expect(isAtHome(url)).toBe(false)
  })

  test('the background and the popup are files that are there', () => {
    expect(manifest['background']).toEqual(
      browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    )
    expect(manifest['action']).toEqual({
      default_title: 'Margin Brake',
      default_popup: 'popup.html',
    })
    for (const file of ['background.js', 'popup.html', 'content-scripts/futures.js']) {
      expect(read(file).length).toBeGreaterThan(0)
    }
  })

  test('icons of every size that it names', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '96', '128'])
    for (const [size, file] of Object.entries(manifest.icons)) {
      const png = read(file)
      expect(png.toString('latin1', 1, 4)).toBe('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)])
    }
  })

  test('what Firefox wants to know, and nobody else', () => {
    const settings = manifest['browser_specific_settings']
    if (browser === 'chromium') {
      expect(settings).toBeUndefined()
      return
    }
    expect(settings).toEqual({
      gecko: {
        id: 'margin-brake@margin-brake.dev',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    })
  })
})

// Only one of the stores publishes its checks; what the other takes is built from the same sources.
if (browser === 'firefox') {
  test('the add-on store’s own checks find no error and nothing to warn of', () => {
    const program = join('node_modules', 'web-ext', 'bin', 'web-ext.js')
    const given = ['lint', '--no-config-discovery', '--output', 'json', '--source-dir', folder]
    const output = execFileSync(process.execPath, [program, ...given], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const { errors, warnings, summary } = JSON.parse(output) as {
      errors: unknown[]
      warnings: unknown[]
      summary: { notices: number }
    }
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(summary.notices).toBe(0)
  })
}
