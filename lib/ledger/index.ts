export type { Market, Numeral, Observation, ObservedPosition } from './observation'
export { type PositionKey, positionKey } from './position-key'
