import { describe, expect, test } from 'vitest'
import type { Episode, ObservedPosition } from '@/lib/ledger'
import { isOtherAccount, sameAccount } from '@/lib/ledger/same-account'
import { desk, held } from './desk.ts'
import { card, observedPosition } from './observed.ts'

/** 0.02 BTC: worth 1,190 at the mark, 59.42 in it, 10 lost. */
const asked = (from: ReturnType<typeof card> | null, to: ReturnType<typeof card> | null) => ({
  before: from,
  after: to,
  gone: [] as Episode[],
  stayed: [held()],
})

describe('a balance tells one account from another', () => {
  test.each([
    ['by a fiftieth of what is held: prices did that', '1023.80', true, false],
    ['by more than that: it may be another one', '1023.81', false, false],
    ['by all that is held: a purchase may have done that', '2190.00', false, false],
    ['by more than all: it is another one', '2190.01', false, true],
  ])('it has moved %s', (_, balance, same, other) => {
    const question = asked(card('1000.00'), card(balance))
    expect([sameAccount(question), isOtherAccount(question)]).toEqual([same, other])
  })

  test('by what is free only where that balance is not in sight', () => {
    expect(sameAccount(asked(card('1000.00', '900.00'), card('1000.00', '100.00')))).toBe(true)
    expect(sameAccount(asked(card(null, '900.00'), card('1000.00', '100.00')))).toBe(false)
    expect(sameAccount(asked(card('1000.00', '900.00'), card(null, '900.00')))).toBe(true)
  })

  test.each([
    ['none was in sight before', null, card('1000.00')],
    ['none is in sight now', card('1000.00'), null],
    ['they are of two assets', card('1000.00'), card('1000.00', null, 'USDC')],
    ['each shows another figure', card('1000.00'), card(null, '1000.00')],
  ])('not where %s', (_, from, to) => {
    expect(sameAccount(asked(from, to))).toBe(null)
    expect(isOtherAccount(asked(from, to))).toBe(false)
  })

  test('held at another price than it was bought for, it is worth that', () => {
    const dear = {
      ...asked(card('1000.00'), card('1040.00')),
      stayed: [held({ markPrice: '120000.0' })],
    }
    expect(sameAccount(dear)).toBe(true)
    const unpriced = { ...dear, stayed: [held({ markPrice: null })] }
    expect(sameAccount(unpriced)).toBe(false)
    expect(sameAccount({ ...unpriced, after: card('1024.00') })).toBe(true)
  })
})

describe('what is gone has given back', () => {
  const gone = (change: Partial<ObservedPosition>, later: Partial<ObservedPosition> = {}) => {
    const { look, twice, episode } = desk()
    twice(0, [observedPosition(change)])
    look(60, [observedPosition({ ...change, ...later })])
    return [episode()]
  }
  const back = (episodes: Episode[], balance: string) =>
    sameAccount({ before: card('1000.00'), after: card(balance), gone: episodes, stayed: [] })

  test('its margin and what it has lost or won, and no more', () => {
    expect(back(gone({}), '1093.22')).toBe(true)
    expect(back(gone({}), '1093.23')).toBe(false)
    expect(back(gone({ unrealizedPnl: null }), '1083.22')).toBe(true)
    expect(back(gone({ unrealizedPnl: null }), '1083.23')).toBe(false)
  })

  test.each([
    ['never was in sight', gone({ margin: null })],
    ['went out of sight with all columns', gone({}, { margin: null, liquidationPrice: null })],
  ])('nobody knows what, where its margin %s', (_, episodes) => {
    expect(back(episodes, '2200.00')).toBe(true)
    expect(back(episodes, '2300.00')).toBe(false)
  })
})
