import type { AlertSettings } from '@/lib/rules/alerts'

const HOUR_MS = 3_600_000

/** Quiet for an hour; or, if it is quiet, no longer. */
export const snoozed = (alerts: AlertSettings, now: number): AlertSettings => ({
  ...alerts,
  snoozedUntil: alerts.snoozedUntil > now ? 0 : now + HOUR_MS,
})
