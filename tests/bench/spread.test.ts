import { expect, test } from 'vitest'
import { isTellable, printSpread, spreadOf } from './page/spread.ts'
import { sharesOf } from './page/measure-own.ts'
import { slopeOf } from './page/measure-memory.ts'

test('the median of an even number of rounds lies between the middle two', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
})

test('the spread is printed beside the median; one round has none', () => {
  expect(printSpread(spreadOf([0.5, 0.7, 1.2]), String, ' %')).toBe('0.7 % (0.5 … 1.2)')
  expect(printSpread(spreadOf([0.7]), String, ' %')).toBe('0.7 %')
  expect(printSpread(spreadOf([]), String, ' %')).toBe('–')
})

test.each([
  ['clear of the unrest', [0.03, 0.04, 0.05], [0.2, 0.21, 0.22], true],
  ['smaller than half of the unrest', [0.01, 0.02, 0.03], [0.2, 0.25, 0.3], false],
  ['of either sign', [-0.01, 0.04, 0.05], [0.2, 0.2, 0.2], false],
  ['a saving is a difference too', [-0.05, -0.04, -0.03], [0.2, 0.21, 0.22], true],
  ['two rounds tell nothing', [0.04, 0.05], [0.2, 0.2], false],
])('a difference %s', (_, differences, alone, tellable) => {
  expect(isTellable(differences, alone)).toBe(tellable)
})

test('a slope is per step, whatever the level', () => {
  expect(slopeOf([5, 7, 9, 11])).toBeCloseTo(2)
  expect(slopeOf([5, 5, 5])).toBe(0)
})

test('a profile’s own share is that of an extension’s scripts and of what they call; idle time is not busy', () => {
  const frame = (functionName: string, url = '') => ({
    functionName,
    url,
    scriptId: '',
    lineNumber: 0,
    columnNumber: 0,
  })
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 5] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('read', 'chrome-extension://a/b.js'), children: [4] },
    { id: 4, callFrame: frame('layout') },
    { id: 5, callFrame: frame('page', 'https://www.binance.com/a.js') },
  ]
  const profile = {
    nodes,
    startTime: 0,
    endTime: 100,
    samples: [2, 3, 4, 5],
    timeDeltas: [50, 10, 10, 30],
  }
  expect(sharesOf(profile)).toEqual({ own: 0.2, busy: 0.5 })
})
