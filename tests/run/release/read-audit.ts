export type Audit =
  { status: 'clean' } | { status: 'found'; names: string[] } | { status: 'not-asked'; why: string }

type Answer = {
  vulnerabilities?: Record<string, { severity: string; isDirect?: boolean }>
  message?: string
}

/** What `npm audit --json` prints: known faults by package, or why its registry would not say. */
export const readAudit = (printed: string): Audit => {
  let answer: Answer
  try {
    answer = JSON.parse(printed) as Answer
  } catch {
    return { status: 'not-asked', why: 'npm gave no answer' }
  }
  const { vulnerabilities, message = 'npm gave no answer' } = answer
  if (vulnerabilities === undefined) return { status: 'not-asked', why: message }
  const names = Object.entries(vulnerabilities).map(
    ([name, { severity }]) => `${name}, ${severity}`,
  )
  return names.length === 0 ? { status: 'clean' } : { status: 'found', names }
}
