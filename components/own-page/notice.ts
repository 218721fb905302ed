/** What was done last, and how it went. */
export type Notice = { text: string; bad: boolean }

/** What a browser says of a fault. */
export const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
