// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { readLanguages, watchLanguages } from '@/lib/page'

const at = (pathname: string, lang: string) =>
  ({ location: { pathname }, documentElement: { lang } }) as unknown as Document

test.each([
  ['/zh-CN/futures/BTCUSDT', 'en', ['zh-CN', 'en']],
  ['/ru/futures/BTCUSDT', '', ['ru']],
  ['/futures/BTCUSDT', 'tr', ['tr']],
  ['/futures/BTCUSDT', '', []],
  ['/delivery/btcusd_perp', 'uk-UA', ['uk-UA']],
])('%s with lang "%s": %j', (path, lang, tags) => {
  expect(readLanguages(at(path, lang))).toEqual(tags)
})

test('another language of the page is told, the same one is not', async () => {
  const end = new AbortController()
  const told: string[][] = []
  document.documentElement.lang = 'en'
  watchLanguages(document, { signal: end.signal, onLanguages: (tags) => told.push(tags) })
  document.documentElement.lang = 'vi'
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['vi']))
  document.documentElement.lang = 'vi'
  end.abort()
  document.documentElement.lang = 'ko'
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(told).toEqual([['en'], ['vi']])
})
