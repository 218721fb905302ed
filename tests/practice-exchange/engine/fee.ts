const TAKER_RATE = 0.0005

/** Every fill takes from the book: a part of its notional, in the margin asset. */
export const takerFee = (notional: number): number => notional * TAKER_RATE
