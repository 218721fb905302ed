import type { AssetMode, PositionMode } from '../engine/index.ts'
import { numberOption, onOff, oneOf } from '../view-option.ts'

/** How a session begins, by parameters of the address. */
export type Start = {
  /** Forgets what an earlier visit left. */
  reset: boolean
  seed: number
  /** The exchange's clock stands at this moment (milliseconds); `null`: it follows the browser's. */
  clock: number | null
  positionMode: PositionMode
  assetMode: AssetMode
  /** So many positions in invented coins. */
  fill: number
}

export const startFrom = (parameters: URLSearchParams): Start => {
  const read = <T>(name: string, option: { usual: T; parse: (text: string) => T | null }): T => {
    const text = parameters.get(name)
    return (text === null ? null : option.parse(text)) ?? option.usual
  }
  const clock = read('clock', numberOption(Number.NaN))
  return {
    reset: read('reset', onOff(false)),
    seed: read('seed', numberOption(1)),
    clock: Number.isNaN(clock) ? null : clock,
    positionMode: read('positionMode', oneOf<PositionMode>('one-way', 'hedge')),
    assetMode: read('assetMode', oneOf<AssetMode>('single', 'multi')),
    fill: read('fill', numberOption(0)),
  }
}
