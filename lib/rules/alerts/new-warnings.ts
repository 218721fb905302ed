import type { PanelModel } from '../panel/panel-model'
import type { PositionModel } from '../position/position-model'
import type { Warning } from '../position/warning'

export type NewWarning = { position: PositionModel; warning: Warning }

/** When each warning was last seen, by position, code and severity; and in which episode it was noted. */
export type WarningMemory = ReadonlyMap<string, { seenAt: number; notedIn: string | null }>

type News = {
  memory: WarningMemory
  /** Those that have come up. */
  risen: readonly NewWarning[]
  /** Those that the journal does not have yet. They need an episode, which begins with the second look. */
  unnoted: readonly NewWarning[]
}

/** A warning that was gone for less than this has not come up again. Chosen: prices cross a limit to and fro. */
const REARM_MS = 2 * 60_000

/** 12:00 near, 12:01 not near, 12:01:30 near → risen once; near again at 12:05 → risen twice. */
export const newWarnings = (
  before: WarningMemory,
  { positions, now }: Pick<PanelModel, 'positions' | 'now'>,
): News => {
  const memory = new Map([...before].filter(([, { seenAt }]) => Math.abs(now - seenAt) <= REARM_MS))
  const risen: NewWarning[] = []
  const unnoted: NewWarning[] = []
  for (const position of positions) {
    const episode = position.episode?.id ?? null
    for (const warning of position.evaluation.warnings) {
      const kind = `${position.facts.key} ${warning.code} ${warning.severity}`
      const known = memory.get(kind)
      if (known === undefined) risen.push({ position, warning })
      if (episode !== null && known?.notedIn !== episode) unnoted.push({ position, warning })
      memory.set(kind, { seenAt: now, notedIn: episode ?? known?.notedIn ?? null })
    }
  }
  return { memory, risen, unnoted }
}
