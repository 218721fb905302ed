export {
  type BracketEstimate,
  identifyBracket,
  narrowBracket,
  nothingKnown,
} from '../identify-bracket'
export { InvalidFigure } from '../invalid-figure'
export type { RowEvidence } from '../row-evidence'
export { likelyBracket } from './likely-bracket'
export { marginEffect, type MarginEffect } from './margin-effect'
export { marginForDistance, marginForPrice, type MarginNeeded } from './margin-for-distance'
export {
  type MarginPreview,
  previewMarginChange,
  type PriceInterval,
} from './preview-margin-change'
