import { advice, limitNames, type Limits, type LimitSet } from '../limits/limits'

const MINUTE = 60_000

/** The article's advice, and a step to either side of it. */
const presets = {
  stricter: {
    maxMarginAdditions: 0,
    capitalShareCaution: '0.02',
    capitalShareLimit: '0.05',
    maxAdditionShare: '0.01',
    distanceCaution: '0.15',
    distanceDanger: '0.05',
    requireStopLoss: true,
    stopLossGrace: MINUTE,
    stopLossBuffer: '0.2',
    maxLeverage: 5,
    preferIsolated: true,
  },
  advice,
  looser: {
    maxMarginAdditions: 2,
    capitalShareCaution: '0.1',
    capitalShareLimit: '0.2',
    maxAdditionShare: '0.05',
    distanceCaution: '0.07',
    distanceDanger: '0.02',
    requireStopLoss: true,
    stopLossGrace: 5 * MINUTE,
    stopLossBuffer: '0.05',
    maxLeverage: 20,
    preferIsolated: true,
  },
} as const satisfies Record<string, LimitSet>

export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as PresetName[]

/** The trader's limits with a preset in place of all that is not their own. */
export const withPreset = (limits: Limits, name: PresetName): Limits => ({
  ...limits,
  ...presets[name],
})

/** The preset that the limits are; `null`: their own mixture. */
export const presetOf = (limits: Limits): PresetName | null =>
  presetNames.find((name) => {
    const whole = withPreset(limits, name)
    return limitNames.every((limit) => whole[limit] === limits[limit])
  }) ?? null
