// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { describe, expect, test } from 'vitest'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import { OrderRemark } from '@/components/decision/OrderRemark'
import { defaultLimits } from '@/lib/rules/limits'
import { episodeOf } from '../../lib/rules/facts'
import { checkOn, companionOn, wordedPages } from './action-page'

const place = { left: 0, top: 0, width: 320, maxHeight: 400 }

describe.each(wordedPages)('%s', (name) => {
  const root = document.createElement('div')
  const value = (field: string) =>
    root.querySelector(`[data-field="${field}"]`)?.getAttribute('data-value') ?? null

  test('the page’s estimate, and what stays', async () => {
    const { model, truth } = companionOn(name, episodeOf({ marginAdditions: 0 }))
    await act(() => render(<MarginCompanion model={model} place={place} pause={0} />, root))
    expect(root.querySelector('[data-companion]')?.getAttribute('data-companion')).toBe('matched')
    const shown = Number(value('liquidation-after'))
    expect(Math.abs(shown - (truth.action?.estimate ?? 0))).toBeLessThanOrEqual(0.06)
    expect(root.querySelector('[data-check]')?.getAttribute('data-check')).not.toBe('differs')
    expect(value('at-stake-after')).toBe('84.92')
    expect(value('loss-stays')).toBe('14.13')
    expect(value('addition')).toBe('1')
    expect(
      [...root.querySelectorAll('[data-field="loss-stays"]')].map((e) => e.textContent),
    ).toEqual(['The loss stays the same: −14.13 USDT'])
  })

  // 0.03 BTC at 59,312.4 and 20x, without a stop, next to an open position of the symbol.
  test('an order: cost, share with what is open, leverage and the missing stop', async () => {
    const check = checkOn(name)
    if (check === null) throw new Error('nothing to show')
    const stays = () => undefined
    await act(() =>
      render(
        <OrderRemark
          check={check}
          limits={defaultLimits}
          place={place}
          window={{ width: 1280, height: 800 }}
          onHide={stays}
          onMove={stays}
        />,
        root,
      ),
    )
    const remarks = [...root.querySelectorAll('[data-remark]')]
    expect(remarks.map((each) => each.getAttribute('data-remark'))).toEqual(
      expect.arrayContaining(['leverage', 'no-stop']),
    )
    expect(Math.abs(Number(value('order-margin')) - 88.97)).toBeLessThan(0.02)
    expect(Number(value('order-liquidation-long'))).toBeGreaterThan(56_000)
    expect(Number(value('order-liquidation-short'))).toBeLessThan(62_500)
  })
})
