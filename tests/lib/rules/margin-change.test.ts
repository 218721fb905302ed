import { describe, expect, test } from 'vitest'
import { identifyBracket } from '@/lib/margin'
import {
  defaultLimits,
  type DialogFacts,
  type MarginChange,
  marginChange,
  type MarginChangeQuestion,
  positionForDialog,
  type PositionFacts,
  rowEvidenceOf,
  sixQuestions,
  verdict,
} from '@/lib/rules'
import { d, episodeOf, is, longPosition, missing } from './facts'

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
  capital: d(2_000),
  account: { marginBalance: is(2_000), availableBalance: is(1_900), asset: 'USDT' },
  ...change,
})
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
  test('nothing is said of a direction or an amount that is not known', () => {
    expect(asked({ direction: null }).change).toBeNull()
    expect(asked({ direction: null }).after).toBeNull()
    expect(asked({ amount: missing('unparsed') }).after).toBeNull()
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
    const account = { marginBalance: is(100), availableBalance: is(15), asset: 'USDT' }
    expect(marginChange(ask({ account })).short?.toFixed()).toBe('5')
    expect(asked({}).short?.toFixed()).toBe('0')
    expect(marginChange(ask({ account: { ...account, asset: 'USDC' } })).short).toBeNull()
  })
  test('the dialog’s own maximum is no shortfall: it is told as what it is', () => {
    expect(asked({ most: printed('15') })).toMatchObject({ short: d(0), overMost: d(15) })
    expect(asked({}).overMost).toBeNull()
    expect(asked({ most: missing('unknown') }).overMost).toBeNull()
  })
})

describe('the verdict by the own limits', () => {
  const verdictOf = (change: Partial<MarginChangeQuestion>) => {
    const question = ask(change)
    return verdict(marginChange(question), question.limits)
  }
  test('within, past the count, too large, past the share, unknown', () => {
    expect(verdictOf({})).toBe('within')
    expect(verdictOf({ episode: episodeOf({ marginAdditions: 1 }) })).toBe('past-additions')
    expect(verdictOf({ dialog: { ...dialog, amount: printed('41') } })).toBe('too-large')
    expect(verdictOf({ dialog: { ...dialog, amount: printed('81') } })).toBe('past-share')
    expect(verdictOf({ episode: null })).toBe('unknown')
    expect(verdictOf({ capital: null })).toBe('unknown')
  })
  test('a broken limit is said even while something else is unknown', () => {
    expect(verdictOf({ capital: null, episode: episodeOf({ marginAdditions: 3 }) })).toBe(
      'past-additions',
    )
  })
  test('a removal has no verdict', () => {
    expect(verdictOf({ dialog: { ...dialog, direction: 'remove' } })).toBeNull()
  })
})

describe('the six questions', () => {
  const answers = (change: Partial<MarginChangeQuestion>, mark: string | null = null) =>
    sixQuestions({
      change: marginChange(ask(change)),
      position,
      limits: defaultLimits,
      losing: true,
      markAtFirstAddition: mark === null ? null : d(mark),
    }).map(({ answer }) => answer)

  test('a first small addition', () => {
    expect(answers({})).toEqual(['for', 'figure', 'for', 'for', 'ask', 'for'])
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
    expect(answers({ episode: null, capital: null })).toEqual([
      'for',
      'unknown',
      'unknown',
      'unknown',
      'ask',
      'unknown',
    ])
  })
})
