import decision from '../decision/decision.css?inline'
import distanceBar from '../card/distance-bar.css?inline'
import insight from '../insight/insight.css?inline'
import panel from './panel.css?inline'
import pips from '../figures/pips.css?inline'
import position from '../card/position.css?inline'
import selfCheck from '../menu/self-check.css?inline'
import spoken from '../spoken.css?inline'
import tokens from '../tokens.css?inline'
import tools from '../tools/tools.css?inline'
import warnings from '../card/warnings.css?inline'

/** Everything that is drawn in the panel's root, in an order in which a later sheet may refine an earlier one. */
export const panelStyles: readonly string[] = [
  tokens,
  spoken,
  panel,
  pips,
  position,
  distanceBar,
  warnings,
  insight,
  selfCheck,
  tools,
  decision,
]
