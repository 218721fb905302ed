import { decision } from './decision'
import { distanceBar } from './distance-bar'
import { glance } from './glance'
import { insight } from './insight'
import { lessons } from './lessons'
import { lifetime } from './lifetime'
import { order } from './order'
import { panel } from './panel'
import { selfCheck } from './self-check'
import { tools } from './tools'
import { warnings } from './warnings'

/** The panel’s texts. The content script carries these, and not those of our own pages. */
export const panelEnglish = {
  ...panel,
  ...distanceBar,
  ...glance,
  ...insight,
  ...warnings,
  ...decision,
  ...order,
  ...selfCheck,
  ...tools,
  ...lessons,
  ...lifetime,
} as const

export type PanelKey = keyof typeof panelEnglish
