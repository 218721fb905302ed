export { type Breach, lastBreach } from './last-breach'
export { capitalAssets, limitFromText, limitText, limitUnit, steppedLimit } from './limit-input'
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
