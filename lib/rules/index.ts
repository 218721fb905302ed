export { type Alert, alerter, type AlertSettings } from './alerter'
export { type Badge, badgeOf } from './badge'
export { type Band, liquidationBand } from './band'
export { episodeFacts } from './episode-facts'
export { type Evaluation, evaluatePosition, type PositionQuestion } from './evaluate-position'
export type {
  AccountFacts,
  EpisodeFacts,
  PositionFacts,
  PrintedPrice,
  StopLossFacts,
  UnreadRow,
} from './facts'
export { type Figure, known, type MissingReason } from './figure'
export {
  checkLimit,
  checkLimits,
  defaultLimits,
  type LimitName,
  limitNames,
  type LimitProblem,
  limitRules,
  type LimitRule,
  type Limits,
  parseLimits,
} from './limits'
export { limitFromText, limitText, type LimitUnit, limitUnit } from './limit-input'
export {
  type Backing,
  type PanelFailure,
  type PanelInput,
  type PanelModel,
  panelModel,
  type PanelQuestion,
  type PanelStatus,
  type PositionModel,
} from './panel-model'
export { type NewWarning, warningWatch } from './warning-watch'
export type { Severity, Warning, WarningCode, WarningDetail, WayOut } from './warning'
export type { DialogFacts } from './dialog-facts'
export { type LiquidationAfter, liquidationAfter } from './liquidation-after'
export { type MarginChange, marginChange, type MarginChangeQuestion } from './margin-change'
export { positionForDialog } from './position-for-dialog'
export { rowEvidenceOf } from './row-evidence-of'
export { type DecisionQuestion, sixQuestions } from './six-questions'
export { type Verdict, verdict } from './verdict'
export { bracketMemory } from './bracket-memory'
export { companionModel, type CompanionModel } from './companion-model'
export { placeBeside, type Place, type Surroundings } from './place-beside'
export { changeLimits, limitsAt, loosened, type WaitingLimits } from './hold-limits'
export { adverseMove, type AdverseMove } from './adverse-move'
export { marginSlider, type MarginSlider } from './margin-slider'
export {
  judgeStop,
  stopForLoss,
  stopOutcome,
  type StopOutcome,
  stopZone,
  type StopVerdict,
  type StopZone,
} from './plan-stop'
export { typedFigure } from './typed-figure'
export {
  effectOf,
  type EndOfEffect,
  endOfEffect,
  marginForWanted,
  whatIf,
  type WhatIf,
} from './what-if'
export {
  orderCheck,
  type OrderCheck,
  type OrderQuestion,
  type OrderRemark,
  type OrderSide,
  type OrderStop,
} from './order-check'
export type { OrderFacts } from './order-facts'
export { type Breach, lastBreach } from './last-breach'
export {
  type Appearance,
  defaultAppearance,
  type InterfaceLanguage,
  interfaceLanguages,
  palettes,
  type PanelSize,
  panelSizes,
  themes,
} from './appearance'
export {
  type Box,
  cornerOf,
  defaultPlace,
  movedBy,
  type PanelPlace,
  placeClearOf,
  placeFor,
  type Size,
  windowClass,
} from './panel-place'
export { heightOnPage, placeOnPage } from './place-on-page'
export { rememberedPlace } from './remembered-place'
export { type FarPositions, farPositions } from './far-positions'
export { type PanelSummary, panelSummary } from './panel-summary'
export { type RowsOutOfSight, rowsOutOfSight } from './rows-out-of-sight'
export { toneOf } from './tone'
export { wayBack } from './way-back'
export { judgeLimits, type JudgedPosition } from './judge-limits'
export { type PresetName, presetNames, presetOf, presets, withPreset } from './presets'
