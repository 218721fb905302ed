import { alerts } from './alerts'
import { decision } from './decision'
import { distanceBar } from './distance-bar'
import { journal } from './journal'
import { lifetime } from './lifetime'
import { limits } from './limits'
import { panel } from './panel'
import { selfCheck } from './self-check'
import { warnings } from './warnings'

/** English: the language that all others are held to. Short, plain, calm; never blames. */
export const en = {
  ...panel,
  ...distanceBar,
  ...warnings,
  ...decision,
  ...limits,
  ...journal,
  ...alerts,
  ...selfCheck,
  ...lifetime,
} as const

export type MessageKey = keyof typeof en
export type Dictionary = Readonly<Record<MessageKey, string>>
