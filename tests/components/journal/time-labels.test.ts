import { describe, expect, test } from 'vitest'
import { timeLabels } from '@/components/journal/time-labels'

const at = (...moment: [number, number, number, number, number?]): number => {
  const [day, hour, minute, second, fraction = 0] = moment
  return new Date(2026, 10, day, hour, minute, second).getTime() / 1_000 + fraction
}

describe('the times under a chart', () => {
  test('are the language’s own, with the day where it begins', () => {
    const night = [at(27, 23, 58, 0), at(27, 23, 59, 0), at(28, 0, 0, 0), at(28, 0, 1, 0)]
    expect(timeLabels('fr')(night, 60)).toEqual([
      '23:58\n27 nov.',
      '23:59',
      '00:00\n28 nov.',
      '00:01',
    ])
    expect(timeLabels('en')([at(27, 14, 1, 7)], 60)[0]).toMatch(/^2:01\sPM\nNov 27$/)
  })

  test('have seconds where they are close, and none between two', () => {
    const close = [at(27, 14, 1, 7), at(27, 14, 1, 7, 0.5), at(27, 14, 1, 8)]
    expect(timeLabels('ru')(close, 0.5)).toEqual(['14:01:07\n27 нояб.', '', '14:01:08'])
  })

  test('are days where they are far apart', () => {
    expect(timeLabels('fr')([at(27, 0, 0, 0), at(28, 0, 0, 0)], 86_400)).toEqual([
      '27 nov.',
      '28 nov.',
    ])
  })
})
