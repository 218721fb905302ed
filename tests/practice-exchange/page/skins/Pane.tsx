import { paneIds } from './pane-ids.ts'
import type { PaneProps } from './skin.ts'

/** Panes stay mounted; those of other tabs are hidden. */
export const Pane = ({ tab, selected, children }: PaneProps) => (
  <div id={paneIds[tab]} className="pane" style={{ display: selected ? undefined : 'none' }}>
    {children}
  </div>
)
