import type { MessageKey, Translation } from '@/lib/i18n'
import { type LimitName, limitNames } from '@/lib/rules/limits'

/** Everything on the page of settings. */
export const settingIds = [
  ...limitNames,
  'notifications',
  'sound',
  'theme',
  'palette',
  'language',
  'hideAmounts',
  'hideWhenFlat',
  'file',
  'sync',
  'keys',
  'erase',
] as const
export type SettingId = (typeof settingIds)[number]

/** Limits that are thought of together, under their own title. */
export const limitGroups = {
  additions: ['maxMarginAdditions', 'maxAdditionShare', 'decisionPause'],
  size: ['capitalShareCaution', 'capitalShareLimit', 'capital', 'maxLeverage', 'preferIsolated'],
  distance: ['distanceCaution', 'distanceDanger'],
  stop: ['requireStopLoss', 'stopLossGrace', 'stopLossBuffer'],
  holding: ['holdLimits', 'loosenDelay'],
} as const satisfies Record<string, readonly LimitName[]>
export const limitGroupNames = Object.keys(limitGroups) as (keyof typeof limitGroups)[]

const isLimit = (id: SettingId): id is LimitName => limitNames.some((each) => each === id)

/** What is written at a setting: its name, its reason, and the title above it. */
const keysOf = (id: SettingId): readonly MessageKey[] => {
  if (isLimit(id)) {
    const group = limitGroupNames.find((name) => limitGroups[name].some((each) => each === id))
    return [
      `limit.${id}`,
      `limit.${id}.why`,
      'limits.title',
      ...(group === undefined ? [] : [`limits.group.${group}` as const]),
    ]
  }
  switch (id) {
    case 'notifications':
    case 'sound':
      return [`alerts.${id}`, `alerts.${id}.why`, 'alerts.title', 'alerts.snooze']
    case 'theme':
    case 'palette':
    case 'language':
    case 'hideAmounts':
    case 'hideWhenFlat':
      return [`appearance.${id}`, `appearance.${id}.why`, 'appearance.title']
    case 'file':
      return ['settings.file', 'settings.file.why', 'settings.export', 'settings.import']
    case 'sync':
      return ['settings.sync', 'settings.sync.switch', 'settings.sync.why']
    case 'keys':
      return [
        'settings.keys',
        'settings.keys.why',
        'command.toggle-panel',
        'command.hide-amounts',
        'command.self-check',
      ]
    case 'erase':
      return ['settings.erase', 'settings.erase.text']
  }
}

/** "Délai" is found by "delai". */
const plain = (text: string, language: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(language)

/** The settings at which every word of the question is written; all of them if nothing is asked. */
export const searchSettings = (
  query: string,
  { t, language }: Pick<Translation<MessageKey>, 't' | 'language'>,
): ReadonlySet<SettingId> => {
  const words = plain(query, language)
    .split(/\s+/)
    .filter((word) => word !== '')
  return new Set(
    settingIds.filter((id) => {
      const written = plain(
        keysOf(id)
          .map((key) => t(key))
          .join(' '),
        language,
      )
      return words.every((word) => written.includes(word))
    }),
  )
}
