import card from '../card/card.css?inline'
import distanceBar from '../card/distance-bar.css?inline'
import links from '../card/links.css?inline'
import warnings from '../card/warnings.css?inline'
import decision from '../decision/decision.css?inline'
import figure from '../figures/figure.css?inline'
import pips from '../figures/pips.css?inline'
import insight from '../insight/insight.css?inline'
import list from '../list/list.css?inline'
import menu from '../menu/menu.css?inline'
import tokens from '../tokens.css?inline'
import tools from '../tools/tools.css?inline'
import panel from './panel.css?inline'
import pill from './pill.css?inline'

/** Everything that is drawn in the panel's root, in an order in which a later sheet may refine an earlier one. */
export const panelStyles: readonly string[] = [
  tokens,
  panel,
  pill,
  pips,
  card,
  figure,
  links,
  list,
  distanceBar,
  warnings,
  insight,
  menu,
  tools,
  decision,
]
