export {
  type Account,
  type AccountInput,
  accountOf,
  type AssetMode,
  type CrossPool,
  type Money,
  type PositionMode,
} from './account'
export { type Alert, alerter, type AlertSettings } from './alerter'
export { type Badge, badgeOf } from './badge'
export { type Band, liquidationBand } from './band'
export { episodeFacts } from './episode-facts'
export { type Evaluation, evaluatePosition, type PositionQuestion } from './evaluate-position'
export type {
  AccountFacts,
  EpisodeFacts,
  OpenOrderFacts,
  OpenOrdersFacts,
  PositionFacts,
  PrintedPrice,
  StopLossFacts,
  UnreadRow,
} from './facts'
export { type Figure, known, knownPositive, type MissingReason } from './figure'
export {
  checkLimit,
  checkLimits,
  defaultLimits,
  type LimitName,
  limitNames,
  type LimitProblem,
  limitRules,
  type Limits,
  parseLimits,
  withCapitalInDollars,
} from './limits'
export { capitalAssets, limitFromText, limitText, limitUnit, steppedLimit } from './limit-input'
export { type Backing } from './backing'
export { type Direction, lossDirection } from './liquidation'
export type { PanelInput } from './panel-input'
export { type PanelModel, panelModel, type PanelQuestion, type PanelStatus } from './panel-model'
export type { PositionModel } from './position-model'
export { type NewWarning, newWarnings, type WarningMemory } from './new-warnings'
export type { Severity, Warning, WarningCode, WarningDetail, WayOut } from './warning'
export type { DialogFacts } from './dialog-facts'
export { type LiquidationAfter, liquidationAfter } from './liquidation-after'
export { type MarginChange, marginChange, type MarginChangeQuestion } from './margin-change'
export { positionForDialog } from './position-for-dialog'
export { rowEvidenceOf } from './row-evidence-of'
export type { DecisionQuestion } from './decision-question'
export { removalQuestions } from './removal-questions'
export { sixQuestions } from './six-questions'
export type { StopAnswer } from './stop-answer'
export { isStoredMoney, type StoredMoney } from './stored-money'
export { type Verdict, verdict } from './verdict'
export { type BracketMemory, bracketMemory } from './bracket-memory'
export { companionModel, type CompanionModel } from './companion-model'
export { lineNextTo, placeNextTo, type Place } from './place-next-to'
export { placeOfRemark } from './place-of-remark'
export {
  type SettingsEffect,
  type SettingsEvent,
  type SettingsState,
  updateSettings,
} from './settings-state'
export {
  changeLimits,
  limitsAt,
  type LimitWish,
  loosened,
  stillWaiting,
  type WaitingLimits,
  wishesOfSet,
} from './hold-limits'
export { adverseMove, type AdverseMove } from './adverse-move'
export { marginSlider, type MarginSlider } from './margin-slider'
export { judgeStop, stopForLoss, stopOutcome, stopZone, type StopZone } from './plan-stop'
export { typedFigure } from './typed-figure'
export { effectOf, endOfEffect, marginForWanted, whatIf, type WhatIf } from './what-if'
export { orderCheck, type OrderCheck, type OrderQuestion, type OrderRemark } from './order-check'
export type { OrderSide } from './order-side'
export type { OrderStop } from './order-stop'
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
  PANEL_WIDTH_PX,
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
export { type ClosedAtFirst, closedAtFirst } from './closed-at-first'
export { type DayRange, dayRange } from './day-range'
export { type FundingDrain, fundingDrain } from './funding-drain'
export { rescueLadder, type Rung } from './rescue-ladder'
export {
  type TickerFacts,
  type TickerInput,
  type TickerMemory,
  tickerMemory,
} from './ticker-memory'
export { judgeLimits, type JudgedPosition } from './judge-limits'
export { type PresetName, presetNames, presetOf, presets, withPreset } from './presets'
