import { describe, expect, test } from 'vitest'
import {
  commonQuantity,
  compareQuantity,
  type Quantity,
  quantityRise,
  sameQuantity,
} from '@/lib/ledger/quantity'

const exact = (quantity: string): Quantity => ({ quantity, quantityRange: null })
/** "752.99 USDT": the quantity is known to a range only. */
const ranged = (quantity: string, low: string, high: string): Quantity => ({
  quantity,
  quantityRange: { low, high },
})

describe('two sizes', () => {
  test.each<[string, Quantity, Quantity, -1 | 0 | 1]>([
    ['of which both are exact: larger', exact('2'), exact('2.001'), 1],
    ['the same in other digits', exact('2'), exact('2.000'), 0],
    ['smaller', exact('2'), exact('1.999'), -1],
    ['that one range holds', ranged('2', '1.9', '2.1'), exact('2.1'), 0],
    ['beyond the range', ranged('2', '1.9', '2.1'), exact('2.11'), 1],
    ['in ranges that touch', ranged('2', '1.9', '2.1'), ranged('1.8', '1.7', '1.9'), 0],
    ['in ranges apart', ranged('2', '1.9', '2.1'), ranged('1.7', '1.6', '1.8'), -1],
  ])('%s', (_, a, b, expected) => {
    expect(compareQuantity(a, b)).toBe(expected)
    expect(sameQuantity(a, b)).toBe(expected === 0)
  })

  test('differ by as much, and as surely, as their ranges tell', () => {
    const rise = quantityRise(ranged('2', '1.9', '2.1'), ranged('5', '4.8', '5.2'))
    expect([rise.amount.toNumber(), rise.slack.toNumber()]).toEqual([3, 0.3])
    expect(quantityRise(exact('2'), exact('5')).slack.toNumber()).toBe(0)
  })
})

describe('what two looks at one size leave of it', () => {
  test.each<[string, Quantity, Quantity, Quantity]>([
    ['the exact one, seen later', ranged('2', '1.9', '2.1'), exact('2.05'), exact('2.05')],
    ['the exact one, known before', exact('2.05'), ranged('2', '1.9', '2.1'), exact('2.05')],
    [
      'another size: what is seen',
      exact('3'),
      ranged('2', '1.9', '2.1'),
      ranged('2', '1.9', '2.1'),
    ],
    [
      'what both ranges share',
      ranged('2', '1.9', '2.1'),
      ranged('2.05', '1.95', '2.2'),
      ranged('2.05', '1.95', '2.1'),
    ],
    [
      'its middle, where the last figure lies outside',
      ranged('2', '1.9', '2.1'),
      ranged('2.15', '2', '2.3'),
      ranged('2.05', '2', '2.1'),
    ],
    [
      'on the other side as well',
      ranged('2', '1.9', '2.1'),
      ranged('1.85', '1.7', '2'),
      ranged('1.95', '1.9', '2'),
    ],
  ])('%s', (_, known, seen, expected) => {
    expect(commonQuantity(known, seen)).toEqual(expected)
  })
})
