import type { PageReading, PositionReading } from '@/lib/page'
import type { PageTruth, PositionTruth, Printed } from '../truth.ts'
import type { Plain } from './plain.ts'
import { type JudgedField, tellableIn } from './tellable.ts'
import { equals, isRight } from './is-right.ts'
import type { Judgement } from './judgement.ts'
import { judgeSurroundings } from './judge-surroundings.ts'
import { sameSymbol } from './same-symbol.ts'

type Position = Plain<PositionReading>

/** A range is shown if it helps: wider than this it says nothing about additions. */
const WIDEST = 0.05

const isQuantityRight = (shown: Position['quantity'], truth: PositionTruth): boolean | null => {
  if ('missing' in shown) return null
  // A column of the notional tells it as well, where the size is not in sight.
  if (shown.range === undefined) return equals(shown.value, truth.quantity)
  const [low, high] = [Number(shown.range.low), Number(shown.range.high)]
  const holds = low <= truth.quantity * (1 + 1e-9) && high >= truth.quantity * (1 - 1e-9)
  if (!holds) return false
  const digits = truth.size?.is === 'figure' ? truth.size.digits : '1'
  const printed =
    Number(digits.replace(/[^1-9]*/, '')) === 0
      ? 1
      : 10 ** -(digits.split('.')[1] ?? '').length / Math.abs(Number(digits))
  return high - low <= (WIDEST + 4 * printed) * truth.quantity ? true : null
}

const numberFields = [
  'leverage',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'unrealizedPnl',
  'roi',
  'estimatedFunding',
  'takeProfit',
] as const

const stopOf = ({ stopLoss }: Position, truth: PositionTruth): boolean | null => {
  switch (stopLoss.state) {
    case 'present':
      return isRight(stopLoss.price, truth.printed.stopLoss)
    case 'absent':
      // Denied although one stands, in whatever column, is the worst that can be said.
      return !truth.hasStop
    case 'partial':
      return truth.hasStop
    case 'unknown':
      return null
  }
}

const walletOf = ({ wallet }: Position, truth: PositionTruth): boolean | null =>
  'missing' in wallet
    ? null
    : truth.marginMode === 'isolated' && isRight(wallet, truth.printed.margin)

/** What is shown of one position, field by field: right, wrong, or not shown. */
const answersOf = (position: Position, truth: PositionTruth): Map<JudgedField, boolean | null> =>
  new Map<JudgedField, boolean | null>([
    ...numberFields.map(
      (field) => [field, isRight(position[field], truth.printed[field])] as const,
    ),
    ['quantity', isQuantityRight(position.quantity, truth)],
    ['stopLoss', stopOf(position, truth)],
    ['wallet', walletOf(position, truth)],
    ['side', (position.side as string) === 'unknown' ? null : position.side === truth.side],
    [
      'marginMode',
      position.marginMode === 'unknown' ? null : position.marginMode === truth.marginMode,
    ],
  ])

const textOf = (position: Position, field: JudgedField): string => JSON.stringify(position[field])

/** What must not be said beside the figures. */
const wrongBeside = (position: Position, truth: PositionTruth): string[] => {
  const { contract, contractType, marginAsset } = position
  const wrong: string[] = []
  if ('value' in contract && contract.value.kind !== truth.kind)
    wrong.push(`contract ${contract.value.kind}`)
  if (
    'value' in contract &&
    contract.value.kind === 'inverse' &&
    Number(contract.value.contractSize) !== truth.contractSize
  ) {
    wrong.push(`contract size ${contract.value.contractSize}`)
  }
  if (contractType !== null && (contractType.kind === 'dated') !== (truth.delivery !== null)) {
    wrong.push(`contract type ${contractType.kind}`)
  }
  if (marginAsset !== null && ![truth.asset, 'USD', 'BNFCR'].includes(marginAsset)) {
    wrong.push(`margin asset ${marginAsset}`)
  }
  return wrong
}

/** Each reading with the position that it is of: by symbol, then by what is equal in it. */
const matched = (positions: readonly Position[], truths: readonly PositionTruth[]) => {
  const free = new Set(truths)
  const likeness = (position: Position, truth: PositionTruth): number =>
    [...answersOf(position, truth).values()].filter((answer) => answer === true).length
  return positions.map((position) => {
    const [best] = [...free]
      .filter((truth) => sameSymbol(position.symbol, truth))
      .sort((a, b) => likeness(position, b) - likeness(position, a))
    if (best !== undefined) free.delete(best)
    return { position, truth: best }
  })
}

const judgePosition = (
  position: Position | null,
  truth: PositionTruth,
  tellable: Set<JudgedField>,
): Judgement => {
  const answers =
    position === null ? new Map<JudgedField, boolean | null>() : answersOf(position, truth)
  const asked = new Set<JudgedField>([
    ...(Object.entries(truth.printed) as [JudgedField, Printed][]).flatMap(([field, printed]) =>
      printed.is === 'hidden' ? [] : [field],
    ),
    'side',
    'marginMode',
    ...(truth.marginMode === 'isolated' && truth.printed.margin?.is === 'figure'
      ? (['wallet'] as const)
      : []),
  ])
  return {
    figures: [...asked].map((field) => ({
      field,
      verdict:
        answers.get(field) === true ? 'shown' : tellable.has(field) ? 'missing' : 'untellable',
    })),
    wrong:
      position === null
        ? []
        : [
            ...[...answers].flatMap(([field, answer]) =>
              answer === false ? [`${truth.symbol} ${field} ${textOf(position, field)}`] : [],
            ),
            ...wrongBeside(position, truth).map((what) => `${truth.symbol} ${what}`),
          ],
  }
}

const together = (parts: readonly Judgement[]): Judgement => ({
  figures: parts.flatMap(({ figures }) => figures),
  wrong: parts.flatMap(({ wrong }) => wrong),
})

/** What must not be said of the page as a whole. */
const wrongOfAll = (page: PageTruth, reading: Plain<PageReading>): string[] => {
  if (reading.status === 'flat') return page.open > 0 ? ['flat, with positions open'] : []
  if (reading.status !== 'positions') return []
  const { complete, positions, declared } = reading
  return [
    ...(complete && positions.length < page.open ? ['complete, with rows missing'] : []),
    ...(declared !== null && declared !== page.open ? [`declared ${declared}`] : []),
  ]
}

/** What the reading says of the page, against what a person can read there. */
export const judgePage = (page: PageTruth, reading: Plain<PageReading>): Judgement => {
  const positions = reading.status === 'positions' ? reading.positions : []
  const pairs = matched(positions, page.positions)
  const strangers = pairs.flatMap(({ position, truth }) =>
    truth === undefined ? [`a position that is none: ${position.key}`] : [],
  )
  const tellable = tellableIn(page)
  const found = (truth: PositionTruth) => pairs.find((pair) => pair.truth === truth)?.position
  return together([
    ...page.positions.map((truth) => judgePosition(found(truth) ?? null, truth, tellable(truth))),
    judgeSurroundings(page, reading),
    { figures: [], wrong: [...wrongOfAll(page, reading), ...strangers] },
  ])
}
