import { expect, test } from 'vitest'
import { readAudit } from './read-audit.ts'

test('nothing known of what ships', () => {
  expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ status: 'clean' })
})

test('a known fault is named, with how bad it is', () => {
  const printed = JSON.stringify({ vulnerabilities: { idb: { severity: 'high' } } })
  expect(readAudit(printed)).toEqual({ status: 'found', names: ['idb, high'] })
})

test.each([
  ['a registry that refuses', '{"message":"405 Method Not Allowed","statusCode":405}', '405'],
  ['no registry', '', 'no answer'],
])('%s has not said that all is well', (_, printed, why) => {
  const audit = readAudit(printed)
  expect(audit.status === 'not-asked' ? audit.why : '').toContain(why)
})
