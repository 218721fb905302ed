/** ECMAScript's range of time, milliseconds around the epoch. */
const FURTHEST = 8.64e15

/** A number that is a time; a damaged file may hold others. */
export const isMoment = (at: number): boolean => Math.abs(at) <= FURTHEST
