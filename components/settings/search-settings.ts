import type { MessageKey, Translation } from '@/lib/i18n'
import type { LimitName } from '@/lib/rules/limits'

/** Limits that are thought of together, under their own title. */
export const limitGroups = {
  additions: ['maxMarginAdditions', 'maxAdditionShare', 'decisionPause'],
  size: ['capitalShareCaution', 'capitalShareLimit', 'capital', 'maxLeverage', 'preferIsolated'],
  distance: ['distanceCaution', 'distanceDanger'],
  stop: ['requireStopLoss', 'stopLossGrace', 'stopLossBuffer'],
  holding: ['holdLimits', 'loosenDelay'],
} as const satisfies Record<string, readonly LimitName[]>
export const limitGroupNames = Object.keys(limitGroups) as (keyof typeof limitGroups)[]

const alert = <Name extends 'notifications' | 'sound'>(name: Name) =>
  [`alerts.${name}`, `alerts.${name}.why`, 'alerts.title', 'alerts.snooze'] as const
type Looks = 'theme' | 'palette' | 'language' | 'hideAmounts' | 'hideWhenFlat'
const looks = <Name extends Looks>(name: Name) =>
  [`appearance.${name}`, `appearance.${name}.why`, 'appearance.title'] as const

/** What is written at everything else on the page: its name, its reason, and the title above it. */
const others = {
  notifications: alert('notifications'),
  sound: alert('sound'),
  theme: looks('theme'),
  palette: looks('palette'),
  language: looks('language'),
  hideAmounts: looks('hideAmounts'),
  hideWhenFlat: looks('hideWhenFlat'),
  file: ['settings.file', 'settings.file.why', 'settings.export', 'settings.import'],
  sync: ['settings.sync', 'settings.sync.switch', 'settings.sync.why'],
  keys: [
    'settings.keys',
    'settings.keys.why',
    'command.toggle-panel',
    'command.hide-amounts',
    'command.self-check',
  ],
  erase: ['settings.erase', 'settings.erase.text'],
} as const satisfies Readonly<Record<string, readonly MessageKey[]>>

export type SettingId = LimitName | keyof typeof others

const written: readonly (readonly [SettingId, readonly MessageKey[]])[] = [
  ...limitGroupNames.flatMap((group) =>
    limitGroups[group].map((name) => {
      const titles = ['limits.title', `limits.group.${group}`] as const
      return [name, [`limit.${name}`, `limit.${name}.why`, ...titles]] as const
    }),
  ),
  ...(Object.keys(others) as (keyof typeof others)[]).map((id) => [id, others[id]] as const),
]

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
  const isFound = (keys: readonly MessageKey[]) => {
    const text = plain(keys.map((key) => t(key)).join(' '), language)
    return words.every((word) => text.includes(word))
  }
  return new Set(written.flatMap(([id, keys]) => (isFound(keys) ? [id] : [])))
}
