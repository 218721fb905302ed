export { type BracketMemory, bracketMemory } from './bracket-memory'
export { liquidationAfter } from './liquidation-after'
export { marginSlider, type MarginSlider } from './margin-slider'
export { judgeStop, stopForLoss, stopOutcome, stopZone } from './plan-stop'
export {
  effectOf,
  endOfEffect,
  type EndOfEffect,
  marginForWanted,
  whatIf,
  type WhatIf,
} from './what-if'
