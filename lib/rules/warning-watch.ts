import type { PanelModel } from './panel-model'
import type { PositionModel } from './position-model'
import type { Warning } from './warning'

export type NewWarning = { position: PositionModel; warning: Warning }

/** Gone for so long, a warning is news when it comes back. */
const REARM = 2 * 60_000

/** Tells of each warning once, when it comes up: one per position, kind and severity until it has been gone. */
export const warningWatch = () => {
  const lastSeen = new Map<string, number>()
  return ({ positions, now }: Pick<PanelModel, 'positions' | 'now'>): NewWarning[] =>
    positions.flatMap((position) =>
      position.evaluation.warnings.flatMap((warning) => {
        const kind = `${position.facts.key} ${warning.code} ${warning.severity}`
        const before = lastSeen.get(kind)
        lastSeen.set(kind, now)
        return before === undefined || now - before > REARM ? [{ position, warning }] : []
      }),
    )
}
