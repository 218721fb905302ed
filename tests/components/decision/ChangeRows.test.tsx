// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { ChangeRows } from '@/components/decision/ChangeRows'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { d, longPosition, panelInput } from '../../lib/rules/facts'

const rows = async (side: 'long' | 'short', ours: string): Promise<string> => {
  const { positions } = panelModel({
    input: panelInput([
      { ...longPosition, side, liquidationPrice: { value: d('57228.9'), decimals: 1 } },
    ]),
    episodes: new Map(),
    limits: defaultLimits,
    previous: null,
    now: 0,
  })
  const [position] = positions
  if (position === undefined) throw new Error('no position')
  const nothing = { before: null, after: null }
  const after = {
    price: { value: d(ours), from: 'ours' },
    interval: { low: d('56254.26'), high: d('56254.34') },
    assumes: 'same-bracket',
    never: false,
    check: 'cannot-tell',
    distance: null,
  } as const
  const model = {
    position,
    change: { after, atStake: nothing, capitalShare: nothing, noShare: null },
  }
  const root = document.createElement('div')
  await act(() => {
    render(<ChangeRows model={model} />, root)
  })
  return root.textContent
}

test('computed prices are never printed farther from the mark, nor an interval narrower, than they are', async () => {
  const long = await rows('long', '56254.34')
  expect(long).toContain('57,228.9 → 56,254.4')
  expect(long).toContain('between 56,254.2 and 56,254.4')
  expect(await rows('short', '56254.26')).toContain('57,228.9 → 56,254.2')
})
