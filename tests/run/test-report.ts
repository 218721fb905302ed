import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
export const results = join(root, '.output', 'test-results')

/** What is read here of vitest's JSON record. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  success: boolean
  testResults: readonly {
    name: string
    startTime: number
    endTime: number
    status: string
    message: string
    assertionResults: readonly {
      fullName: string
      status: string
      failureMessages: readonly string[]
    }[]
  }[]
}

export const reportFile = (project: string): string => join(results, `${project}.json`)
export const readReport = (project: string): Report =>
  JSON.parse(readFileSync(reportFile(project), 'utf8')) as Report

const firstLines = (text: string): string => text.split('\n').slice(0, 6).join('\n    ')

/** What failed and why, for the end of a long output. */
export const reasonsOf = (project: string, { testResults }: Report): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') {
      return [`${project} ${name}\n    ${firstLines(message)}`]
    }
    return failed.map(
      (test) => `${project} ${test.fullName}\n    ${firstLines(test.failureMessages.join('\n'))}`,
    )
  })

/** Where the time goes: the longest files of each project. */
const SLOWEST = 6
export const slowestFiles = (project: string): string[] =>
  existsSync(reportFile(project))
    ? readReport(project)
        .testResults.map(({ name, startTime, endTime }) => ({
          name: relative(root, name),
          seconds: (endTime - startTime) / 1_000,
        }))
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, SLOWEST)
        .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${project} ${name}`)
    : []
