import type { whatIf } from '@/lib/rules/planning'

/** What the looks at a row have told of its bracket. */
export type Estimate = Parameters<typeof whatIf>[0]['estimate']

/** By the position's key; asked for only when a tool is opened. */
export type EstimateOf = (key: string) => Estimate
