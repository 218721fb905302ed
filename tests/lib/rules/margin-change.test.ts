import { describe, expect, test } from 'vitest'
import { identifyBracket } from '@/lib/margin/preview'
import type { MarginChange } from '@/lib/rules/decision'
import { marginChange, type MarginChangeQuestion } from '@/lib/rules/decision/margin-change'
import { positionForDialog } from '@/lib/rules/decision/position-for-dialog'
import { removalQuestions } from '@/lib/rules/decision/removal-questions'
import { sixQuestions } from '@/lib/rules/decision/six-questions'
import { verdict } from '@/lib/rules/decision/verdict'
import type { PositionFacts } from '@/lib/rules/facts'
import type { DialogFacts } from '@/lib/rules/facts/facts'
import { rowEvidenceOf } from '@/lib/rules/facts/row-evidence-of'
import { defaultLimits } from '@/lib/rules/limits'
import { evaluatePosition } from '@/lib/rules/position/evaluate-position'
import { backing, d, episodeOf, is, longPosition, missing, noOrders } from './facts'

const printed = (text: string) => ({ value: d(text), decimals: text.split('.')[1]?.length ?? 0 })

/** Maintenance 0.5 %: (60,000 · 0.02 − 120) ÷ (0.02 · 0.995) = 54,271.36 */
const position: PositionFacts = {
  ...longPosition,
  quantity: printed('0.020'),
  entryPrice: printed('60000.0'),
  markPrice: printed('57000.0'),
  liquidationPrice: printed('54271.36'),
  margin: printed('120.00'),
  wallet: printed('120.00'),
  marginRatio: printed('0.0950'),
  unrealizedPnl: is('-60'),
}

const dialog: DialogFacts = {
  direction: 'add',
  symbol: null,
  amount: printed('20'),
  asset: 'USDT',
  assignedMargin: printed('120.00'),
  most: printed('1900.00'),
  estimatedLiquidationPrice: missing('none'),
}

const row = rowEvidenceOf(position)
if (row === null) throw new Error('The row has its digits.')
const estimate = identifyBracket([row])

const ask = (change: Partial<MarginChangeQuestion> = {}): MarginChangeQuestion => ({
  dialog,
  position,
  episode: episodeOf(),
  estimate,
  limits: defaultLimits,
  backing,
  ...change,
})
const noCapital = { ...backing, capital: missing('unknown') }
const asked = (change: Partial<DialogFacts>): MarginChange =>
  marginChange(ask({ dialog: { ...dialog, ...change } }))

describe('which position a dialog is for', () => {
  const other: PositionFacts = {
    ...position,
    key: 'ETHUSDT:long:isolated',
    symbol: 'ETHUSDT',
    margin: printed('75.50'),
    wallet: printed('75.50'),
  }
  const find = (
    positions: readonly PositionFacts[],
    change: Partial<DialogFacts> = {},
    complete = true,
  ) => positionForDialog({ dialog: { ...dialog, ...change }, positions, complete })?.key ?? null

  test('the one whose margin is the margin assigned', () => {
    expect(find([other, position])).toBe('BTCUSDT:long:isolated')
  })
  test('none when two have that margin', () => {
    expect(
      find([{ ...other, margin: position.margin, wallet: position.wallet }, position]),
    ).toBeNull()
  })
  test('none by margin alone while a row is out of sight', () => {
    expect(find([position], {}, false)).toBeNull()
    expect(find([position], { symbol: 'BTCUSDT' }, false)).toBe('BTCUSDT:long:isolated')
  })
  test('none by symbol alone while the other leg may be out of sight', () => {
    expect(
      find([position], { symbol: 'BTCUSDT', assignedMargin: missing('unknown') }, false),
    ).toBeNull()
  })
  test('of two with that margin the one of the symbol or of the asset that the dialog names', () => {
    const twin = { ...other, margin: position.margin, wallet: position.wallet }
    expect(find([twin, position], { symbol: 'BTCUSDT' })).toBe('BTCUSDT:long:isolated')
    expect(find([{ ...twin, marginAsset: 'USDC' }, position])).toBe('BTCUSDT:long:isolated')
    // What cannot be read may be the one.
    expect(find([{ ...twin, marginAsset: null }, position])).toBeNull()
    expect(find([{ ...twin, marginAsset: 'USDC' }, position], { asset: null })).toBeNull()
    expect(find([other, position], { asset: null })).toBe('BTCUSDT:long:isolated')
  })
  test('the margin of a row may be printed with other digits than in the dialog', () => {
    expect(find([other, position], { assignedMargin: printed('120') })).toBe(
      'BTCUSDT:long:isolated',
    )
    const fine = { ...position, margin: printed('120.60'), wallet: printed('120.60') }
    expect(find([other, fine], { assignedMargin: printed('121') })).toBe('BTCUSDT:long:isolated')
    expect(find([other, position], { assignedMargin: is(120) })).toBeNull()
    expect(find([position], { assignedMargin: is(120) })).toBe('BTCUSDT:long:isolated')
  })
  test('by its wallet, where the margin column counts the profit in', () => {
    const winning = { ...position, margin: printed('150.00') }
    expect(find([other, winning])).toBe('BTCUSDT:long:isolated')
    expect(find([winning], { symbol: 'BTCUSDT' }, false)).toBe('BTCUSDT:long:isolated')
  })
  test('a cross position with the same margin is not in the way', () => {
    expect(find([{ ...other, ...position, marginMode: 'cross' }, position])).toBe(
      'BTCUSDT:long:isolated',
    )
  })
  test('never a cross position, nor one of unknown mode', () => {
    expect(find([{ ...position, marginMode: 'cross' }])).toBeNull()
    expect(find([{ ...position, marginMode: 'unknown' }])).toBeNull()
  })
  test('none where the margin assigned is of another position', () => {
    expect(find([position], { assignedMargin: printed('80.00') })).toBeNull()
  })
})

describe('before and after', () => {
  test('liquidation moves by amount ÷ (quantity · 0.995), inside its interval', () => {
    const { after } = asked({})
    expect(after?.price?.from).toBe('ours')
    expect(after?.price?.value.toFixed(2)).toBe('53266.33')
    expect(after?.interval.low?.lte('53266.34')).toBe(true)
    expect(after?.interval.high?.gte('53266.32')).toBe(true)
    expect(after?.check).toBe('cannot-tell')
  })
  test('the distance of an interval is that of its worse end', () => {
    const { after } = asked({})
    const high = after?.interval.high
    expect(after?.distance?.toFixed()).toBe(high && d(57_000).minus(high).div(57_000).toFixed())
  })
  test("the page's estimate is the headline, and ours confirms it or says that it differs", () => {
    const agreed = asked({ estimatedLiquidationPrice: printed('53266.33') }).after
    expect([agreed?.price?.from, agreed?.check]).toEqual(['page', 'agrees'])
    const differing = asked({ estimatedLiquidationPrice: printed('40000.00') }).after
    expect(differing?.price?.value.toFixed()).toBe('40000')
    expect(differing?.check).toBe('differs')
  })
  test('the page’s estimate may be rounded either way: a unit of its last digit is no difference', () => {
    const { interval } = asked({}).after ?? { interval: null }
    const [low, high] = [interval?.low, interval?.high]
    if (!low || !high) throw new Error('both ends are known')
    const check = (value: string | number, decimals = 1) =>
      asked({ estimatedLiquidationPrice: { value: d(value), decimals } }).after?.check
    expect(check(low.minus('0.1').toFixed())).toBe('agrees')
    expect(check(low.minus('0.11').toFixed())).toBe('differs')
    expect(check(high.plus('0.1').toFixed())).toBe('agrees')
    expect(check(high.plus('0.11').toFixed())).toBe('differs')
    expect(check(high.plus('0.11').toFixed(), 0)).toBe('agrees')
  })
  test('nothing is known of the bracket: the page’s estimate is shown, and cannot be confirmed', () => {
    const unknown = (change: Partial<DialogFacts>) =>
      marginChange(ask({ dialog: { ...dialog, ...change }, estimate: identifyBracket([]) })).after
    const page = unknown({ estimatedLiquidationPrice: printed('53266.33') })
    expect(page).toMatchObject({ check: 'cannot-tell', never: false })
    expect(page?.distance?.toFixed(4)).toBe('0.0655')
    expect(unknown({})).toMatchObject({ price: null, never: false, distance: null })
    // 1,200 at entry, whatever the rate: no bracket is needed to know it.
    expect(unknown({ amount: printed('1300') })).toMatchObject({ price: null, never: true })
  })
  test('paid in full, no price liquidates', () => {
    const paid = asked({ amount: printed('1300') }).after
    expect(paid).toMatchObject({ price: null, never: true, distance: null, check: 'cannot-tell' })
  })
  test('of a short the worse end is the lower one', () => {
    const short: PositionFacts = {
      ...position,
      side: 'short',
      markPrice: printed('62000.0'),
      // (60,000 · 0.02 + 120) ÷ (0.02 · 1.005)
      liquidationPrice: printed('65671.64'),
      marginRatio: printed('0.0775'),
    }
    const shortRow = rowEvidenceOf(short)
    if (shortRow === null) throw new Error('The row has its digits.')
    const { after } = marginChange(ask({ position: short, estimate: identifyBracket([shortRow]) }))
    expect(after?.price?.value.toFixed(0)).toBe('66667')
    const low = after?.interval.low
    expect(after?.distance?.toFixed()).toBe(low?.minus(62_000).div(62_000).toFixed())
  })
  test('without a mark the liquidation price has no distance', () => {
    const unread = { ...position, markPrice: missing('unparsed') }
    expect(marginChange(ask({ position: unread })).after).toMatchObject({ distance: null })
    expect(marginChange(ask({ position: unread })).after?.price).not.toBeNull()
  })
  test('nothing is said of a direction or an amount that is not known', () => {
    expect(asked({ direction: null }).change).toBeNull()
    expect(asked({ direction: null }).after).toBeNull()
    expect(asked({ amount: missing('unparsed') }).after).toBeNull()
  })
  test('an amount of nothing is no change', () => {
    expect(asked({ amount: printed('0') }).change).toBeNull()
    expect(asked({ amount: printed('0'), direction: 'remove' }).change).toBeNull()
  })
  test('which addition it would be: said of an addition, and of an episode that is known', () => {
    expect(asked({}).addition).toEqual({ number: 1, allowed: 1, past: false })
    expect(asked({ direction: 'remove' }).addition).toBeNull()
    expect(marginChange(ask({ episode: null })).addition).toBeNull()
  })
  test('what is not known of the row leaves its own figure open, and no other', () => {
    const unread = { ...position, wallet: missing('unknown'), unrealizedPnl: missing('unknown') }
    expect(marginChange(ask({ position: unread }))).toMatchObject({
      atStake: { before: null, after: null },
      loss: null,
      changeShare: d('0.01'),
    })
    expect(marginChange(ask({ position: { ...position, unrealizedPnl: is(5) } })).loss).toBeNull()
  })
  test('what 1 % of the capital buys: 20 ÷ (0.02 · 0.995) of 57,000, where the row can be reckoned with', () => {
    const { effectPerPercent } = asked({})
    expect(effectPerPercent?.toFixed(4)).toBe('0.0176')
    expect(marginChange(ask({ backing: noCapital })).effectPerPercent).toBeNull()
    const noDigits = { ...position, quantity: is('0.02') }
    expect(marginChange(ask({ position: noDigits })).effectPerPercent).toBeNull()
  })
  test('why there is no share', () => {
    expect(asked({}).noShare).toBeNull()
    expect(marginChange(ask({ backing: noCapital })).noShare).toBe('unknown')
  })
  test('without the digits of the row there is no preview', () => {
    expect(marginChange(ask({ position: { ...position, quantity: is('0.02') } })).after).toBeNull()
  })
  test('more at stake, the same loss', () => {
    const { atStake, loss, changeShare, capitalShare } = asked({})
    expect([atStake.before?.toFixed(), atStake.after?.toFixed()]).toEqual(['120', '140'])
    expect(loss?.toFixed()).toBe('60')
    expect(changeShare?.toFixed()).toBe('0.01')
    expect(capitalShare.after?.toFixed()).toBe('0.07')
  })
  test('a removal takes away, and more than there is has no answer', () => {
    expect(asked({ direction: 'remove' }).atStake.after?.toFixed()).toBe('100')
    const all = asked({ direction: 'remove', amount: printed('121') })
    expect([all.after, all.atStake.after]).toEqual([null, null])
  })
  test('what the balance lacks, and unknown where no balance is in sight', () => {
    const short = (available: number | null) =>
      marginChange(
        ask({ backing: { ...backing, available: available === null ? null : d(available) } }),
      ).short
    expect(short(15)?.toFixed()).toBe('5')
    expect(asked({}).short?.toFixed()).toBe('0')
    expect(short(null)).toBeNull()
  })
  test('the dialog’s own maximum is no shortfall: it is told as what it is', () => {
    expect(asked({ most: printed('15') })).toMatchObject({ short: d(0), overMost: d(15) })
    expect(asked({}).overMost).toBeNull()
    expect(asked({ most: missing('unknown') }).overMost).toBeNull()
  })
})

describe('the verdict by the own limits', () => {
  const stopOf = (of: PositionFacts) =>
    evaluatePosition({
      position: of,
      episode: null,
      limits: defaultLimits,
      backing,
      legs: [],
      openOrders: noOrders,
      positionMode: 'one-way',
      previousBand: null,
      now: 0,
    }).stop
  const verdictOf = (change: Partial<MarginChangeQuestion>) => {
    const question = ask(change)
    const { position: of, limits } = question
    return verdict({ change: marginChange(question), position: of, stop: stopOf(of), limits })
  }
  test('within, past the count, too large, past the share, unknown', () => {
    expect(verdictOf({})).toBe('within')
    expect(verdictOf({ episode: episodeOf({ marginAdditions: 1 }) })).toBe('past-additions')
    expect(verdictOf({ dialog: { ...dialog, amount: printed('41') } })).toBe('too-large')
    expect(verdictOf({ dialog: { ...dialog, amount: printed('81') } })).toBe('past-share')
    expect(verdictOf({ episode: null })).toBe('unknown')
    expect(verdictOf({ backing: noCapital })).toBe('unknown')
  })
  test('nothing typed: nothing to judge', () => {
    expect(verdictOf({ dialog: { ...dialog, amount: missing('none') } })).toBeNull()
  })
  test('what the position holds is not known, or the amount no share: unknown', () => {
    expect(verdictOf({ position: { ...position, wallet: missing('unknown') } })).toBe('unknown')
  })
  test('a broken limit is said even while something else is unknown', () => {
    expect(verdictOf({ backing: noCapital, episode: episodeOf({ marginAdditions: 3 }) })).toBe(
      'past-additions',
    )
  })

  describe('of a removal: liquidation comes nearer', () => {
    const removal = (amount: string, change: Partial<MarginChangeQuestion> = {}) =>
      verdictOf({ dialog: { ...dialog, direction: 'remove', amount: printed(amount) }, ...change })
    const calm = (stop: string | null): PositionFacts => ({
      ...position,
      markPrice: printed('64000.0'),
      unrealizedPnl: is(80),
      stopLoss: stop === null ? { state: 'absent' } : { state: 'present', price: is(stop) },
    })

    test('farther than the trader’s thresholds', () => {
      // 54,271 + 20 ÷ 0.0199 = 55,276: 13.6 % of 64,000.
      expect(removal('20', { position: calm(null) })).toBe('removal-within')
    })
    test('nearer than caution, nearer than danger', () => {
      expect(removal('70', { position: calm(null) })).toBe('removal-caution')
      expect(removal('40', { position: { ...position, stopLoss: { state: 'absent' } } })).toBe(
        'removal-danger',
      )
    })
    test('the stop-loss would come to lie near liquidation, or beyond it', () => {
      expect(removal('20', { position: calm('55500') })).toBe('removal-stop')
      expect(removal('20', { position: calm('55000') })).toBe('removal-stop')
      expect(removal('20', { position: calm('57000') })).toBe('removal-within')
    })
    test('where no price would liquidate any more, nothing is near', () => {
      const removed = asked({ direction: 'remove' })
      const never = {
        ...removed,
        after: removed.after && { ...removed.after, never: true, distance: null },
      }
      const question = { position, stop: { state: 'absent' } as const, limits: defaultLimits }
      expect(verdict({ change: never, ...question })).toBe('removal-within')
      expect(removalQuestions({ change: never, ...question, losing: null })[0]?.answer).toBe('for')
    })
    test('without the digits of the row it is not known', () => {
      expect(removal('20', { position: { ...calm(null), quantity: is('0.02') } })).toBe('unknown')
    })
  })
})

describe('the questions before a removal', () => {
  const asked = (stop: string | null, losing: boolean | null) => {
    const of: PositionFacts = { ...position, markPrice: printed('64000.0') }
    return removalQuestions({
      change: marginChange(ask({ position: of, dialog: { ...dialog, direction: 'remove' } })),
      position: of,
      stop:
        stop === null ? { state: 'absent' } : { state: 'present', price: is(stop), readAt: null },
      limits: defaultLimits,
      losing,
    }).map(({ asks, answer }) => [asks, answer])
  }

  test('they are about what a removal changes, not about adding margin', () => {
    expect(asked('57000', false)).toEqual([
      ['distance-left', 'for'],
      ['stop-still-acts', 'for'],
      ['winning', 'for'],
      ['money-needed', 'ask'],
    ])
    expect(asked('55000', true)).toEqual([
      ['distance-left', 'for'],
      ['stop-still-acts', 'against'],
      ['winning', 'against'],
      ['money-needed', 'ask'],
    ])
  })
  test('without a stop in sight, whether it acts is not known', () => {
    expect(asked(null, null)[1]).toEqual(['stop-still-acts', 'unknown'])
    expect(asked(null, null)[2]).toEqual(['winning', 'unknown'])
  })

  const after = (price: string, side: PositionFacts['side'] = 'long') => {
    const change = marginChange(
      ask({
        position,
        dialog: { ...dialog, direction: 'remove', estimatedLiquidationPrice: printed(price) },
      }),
    )
    const stop = {
      state: 'present',
      price: is(side === 'long' ? 56_000 : 58_000),
      readAt: null,
    } as const
    return removalQuestions({
      change,
      position: { ...position, side },
      stop,
      limits: defaultLimits,
      losing: null,
    })
  }

  test('the stop-loss is held against the page’s own estimate, where it prints one', () => {
    expect(after('55000.0')[1]).toMatchObject({ answer: 'for', figure: d(56_000) })
    expect(after('56000.0')[1]?.answer).toBe('against')
    expect(after('57900.0', 'short')[1]?.answer).toBe('against')
    expect(after('64000.0', 'short')[1]?.answer).toBe('for')
  })
  test('of an interval of ours it is held against the end that is nearer to the mark', () => {
    const removed = marginChange(ask({ dialog: { ...dialog, direction: 'remove' } }))
    const answer = (side: 'long' | 'short', low: number, high: number, stop: number) => {
      const interval = { low: d(low), high: d(high) }
      const price = { from: 'ours' as const, value: d((low + high) / 2) }
      const after = removed.after && { ...removed.after, interval, price }
      return removalQuestions({
        change: { ...removed, after },
        position: { ...position, side },
        stop: { state: 'present', price: is(stop), readAt: null },
        limits: defaultLimits,
        losing: null,
      })[1]?.answer
    }
    expect(answer('long', 50_000, 56_000, 55_500)).toBe('against')
    expect(answer('long', 50_000, 54_000, 55_500)).toBe('for')
    expect(answer('short', 58_000, 64_000, 58_500)).toBe('against')
    expect(answer('short', 62_000, 64_000, 58_500)).toBe('for')
  })
  test('of a side that nobody can tell, it is not known', () => {
    expect(after('55000.0', 'unknown')[1]?.answer).toBe('unknown')
  })
  test('the distance that is left is answered by the caution limit, and shown', () => {
    // 57,000 → 55,000 is 3.5 %; 57,000 → 51,000 is 10.5 %.
    expect(after('55000.0')[0]).toMatchObject({ answer: 'against', figure: d(2_000).div(57_000) })
    expect(after('51000.0')[0]?.answer).toBe('for')
  })
  test('without a preview the distance is not known', () => {
    const change = marginChange(
      ask({
        position: { ...position, quantity: is('0.02') },
        dialog: { ...dialog, direction: 'remove' },
      }),
    )
    const stop = { state: 'absent' } as const
    const [left] = removalQuestions({ change, position, stop, limits: defaultLimits, losing: null })
    expect(left).toEqual({ asks: 'distance-left', answer: 'unknown', figure: null })
  })
})

describe('the six questions', () => {
  const asked = (
    change: Partial<MarginChangeQuestion>,
    mark: string | null = null,
    of: Partial<PositionFacts> = {},
  ) =>
    sixQuestions({
      change: marginChange(ask(change)),
      position: { ...position, ...of },
      limits: defaultLimits,
      losing: true,
      markAtFirstAddition: mark === null ? null : d(mark),
      additionsKnown: change.episode?.additionsKnown ?? true,
    })
  const answers = (...given: Parameters<typeof asked>) =>
    asked(...given).map(({ answer }) => answer)

  test('each is asked about its own figure', () => {
    const episode = episodeOf({ marginAdditions: 2 })
    expect(
      asked({ episode }, '58000').map(({ asks, figure }) => [asks, figure?.toFixed(4)]),
    ).toEqual([
      ['leverage-moderate', '10.0000'],
      ['effect-large', '0.0176'],
      ['amount-tiny', '0.0100'],
      ['price-against', '58000.0000'],
      ['money-elsewhere', undefined],
      ['losing-after-adding', undefined],
    ])
  })
  test('a short has the price against it when it has risen', () => {
    const episode = episodeOf({ marginAdditions: 1 })
    expect(answers({ episode }, '56000', { side: 'short' })[3]).toBe('against')
    expect(answers({ episode }, '58000', { side: 'short' })[3]).toBe('for')
  })
  test('a price, a side, a leverage or an addition that is not known answers nothing', () => {
    const episode = episodeOf({ marginAdditions: 1 })
    expect(answers({ episode }, null)[3]).toBe('unknown')
    expect(answers({ episode }, '58000', { markPrice: missing('unparsed') })[3]).toBe('unknown')
    expect(answers({ episode }, '58000', { side: 'unknown' })[3]).toBe('unknown')
    expect(answers({ episode: null }, '58000')[3]).toBe('unknown')
    expect(answers({ episode }, null, { leverage: missing('unknown') })[0]).toBe('unknown')
  })

  test('a first small addition', () => {
    expect(answers({})).toEqual(['for', 'figure', 'for', 'none', 'ask', 'for'])
  })
  test('… which may not be the first: there was nobody to count before', () => {
    const episode = episodeOf({ additionsKnown: false })
    expect(answers({ episode })).toEqual(['for', 'figure', 'for', 'unknown', 'ask', 'unknown'])
  })
  test('once added, the price gone on, and still losing', () => {
    const episode = episodeOf({ marginAdditions: 1 })
    expect(answers({ episode }, '58000')).toEqual([
      'for',
      'figure',
      'for',
      'against',
      'ask',
      'against',
    ])
    expect(answers({ episode }, '56000')[3]).toBe('for')
  })
  test('what is not known is not answered', () => {
    expect(answers({ episode: null, backing: noCapital })).toEqual([
      'for',
      'unknown',
      'unknown',
      'unknown',
      'ask',
      'unknown',
    ])
  })
})
