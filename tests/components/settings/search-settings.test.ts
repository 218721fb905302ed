import { expect, test } from 'vitest'
import { searchSettings } from '@/components/settings/search-settings'
import { pageDictionary, translation } from '@/lib/i18n'
import { limitNames } from '@/lib/rules/limits'
import type { InterfaceLanguage } from '@/lib/rules/settings'

const found = async (query: string, language: InterfaceLanguage = 'en') => [
  ...searchSettings(query, translation(language, await pageDictionary(language))),
]

test('nothing asked: all of them, every limit among them', async () => {
  const all = await found('  ')
  expect(all).toEqual(expect.arrayContaining([...limitNames, 'sound', 'theme', 'erase']))
  expect(all).toHaveLength(limitNames.length + 11)
})

test.each([
  ['leverage', ['maxLeverage']],
  ['LEVERAGE', ['maxLeverage']],
  // By a word of the reason, and by the title of the group.
  ['panic', ['requireStopLoss']],
  ['sticking to', ['holdLimits', 'loosenDelay']],
  ['snooze', ['notifications', 'sound']],
  // Every word has to be there, in any order.
  ['liquidation caution', ['distanceCaution']],
  ['self-check', ['keys']],
  ['bitcoin futures', []],
] as const)('“%s”', async (query, ids) => {
  expect(await found(query)).toEqual([...ids])
})

test.each([
  ['fr', 'delai', ['holdLimits', 'loosenDelay']],
  ['fr', 'délai', ['holdLimits', 'loosenDelay']],
  ['ru', 'ПЛЕЧО', ['maxLeverage']],
  ['tr', 'kaldıraç', ['maxLeverage']],
  ['zh-CN', '杠杆', ['maxLeverage']],
] as const)('in %s, with or without its accents: %s', async (language, query, ids) => {
  expect(await found(query, language)).toEqual(expect.arrayContaining([...ids]))
})
