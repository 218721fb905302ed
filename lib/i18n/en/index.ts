import { alerts } from './alerts'
import { decision } from './decision'
import { distanceBar } from './distance-bar'
import { journal } from './journal'
import { lessons } from './lessons'
import { lifetime } from './lifetime'
import { limits } from './limits'
import { order } from './order'
import { panel } from './panel'
import { popup } from './popup'
import { selfCheck } from './self-check'
import { tools } from './tools'
import { warnings } from './warnings'

/** English: the language that all others are held to. Short, plain, calm; never blames. */
export const en = {
  ...panel,
  ...distanceBar,
  ...warnings,
  ...decision,
  ...order,
  ...limits,
  ...popup,
  ...journal,
  ...alerts,
  ...selfCheck,
  ...tools,
  ...lessons,
  ...lifetime,
} as const

export type MessageKey = keyof typeof en
export type Dictionary = Readonly<Record<MessageKey, string>>
