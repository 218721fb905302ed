import { random, type RandomState } from '../engine/index.ts'

const state: RandomState = { seed: 7 }

/** Noise for what is only there to be looked at; seeded, so that a still page is always the same. */
export const noise = (): number => random(state)
