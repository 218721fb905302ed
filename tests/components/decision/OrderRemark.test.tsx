// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { OrderRemark } from '@/components/decision/OrderRemark'
import { Decimal } from '@/lib/margin'
import type { PanelPlace } from '@/lib/rules/layout'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { checkOn } from './action-page'

let root: HTMLElement
let moved: PanelPlace | null = null

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})

const show = async (name: string, limits: Limits = defaultLimits, hide = () => undefined) => {
  const check = checkOn(name, limits)
  if (check === null) throw new Error('nothing to show')
  await act(() => {
    render(
      <OrderRemark
        check={check}
        limits={limits}
        place={{ left: 0, top: 0, width: 320, maxHeight: 500 }}
        window={{ width: 1280, height: 800 }}
        onHide={hide}
        onMove={(place) => {
          moved = place
        }}
      />,
      root,
    )
  })
}
const value = (name: string) =>
  root.querySelector(`[data-field="order-${name}"]`)?.getAttribute('data-value') ?? null

test('in a language without words nothing is said that is not certain', () => {
  const check = checkOn('action-2026-nonsense')
  expect(check?.remarks.filter((remark) => remark !== 'leverage')).toEqual([])
})

test('it says the rules of planning ahead, each with its reason behind it', async () => {
  await show('action-2026-en')
  const lessons = [...root.querySelectorAll('[data-lesson]')]
  const names = lessons.map((each) => each.getAttribute('data-lesson'))
  expect(names).toEqual(expect.arrayContaining(['plan-stop', 'plan-limit', 'not-size']))
  for (const lesson of lessons) expect(lesson.querySelector('p')?.textContent).not.toBe('')
})

test('it can be hidden at once', async () => {
  const hide = vi.fn()
  await show('action-2026-en', defaultLimits, hide)
  root.querySelector<HTMLButtonElement>('[data-action="hide-remark"]')?.click()
  expect(hide).toHaveBeenCalledOnce()
})

test('Escape folds an open lesson, then hides it', async () => {
  const hide = vi.fn()
  await show('action-2026-en', defaultLimits, hide)
  const lesson = root.querySelector<HTMLDetailsElement>('[data-lesson]')
  if (lesson === null) throw new Error('no lesson')
  lesson.open = true
  const escape = () =>
    lesson
      .querySelector('summary')
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      )
  escape()
  expect([lesson.open, hide.mock.calls.length]).toEqual([false, 0])
  escape()
  expect(hide).toHaveBeenCalledOnce()
})

test('a capital in another asset: no share, and why', async () => {
  await show('action-2026-en', { ...defaultLimits, capital: { amount: '2', asset: 'BTC' } })
  expect(value('share')).toBeNull()
  expect(root.querySelector('[data-field="order-share"]')?.textContent).toBe(
    'Your capital is counted in another asset.',
  )
})

test('an interval of ours is printed outwards, a price of the page with its own digits', async () => {
  const check = checkOn('action-2026-en')
  if (check === null) throw new Error('nothing to show')
  const [long, short] = check.sides
  if (long === undefined || short === undefined) throw new Error('two sides')
  const sides = [
    {
      ...long,
      liquidation: {
        from: 'ours',
        low: new Decimal('56254.2601'),
        high: new Decimal('59312.3401'),
      } as const,
    },
    {
      ...short,
      liquidation: { from: 'page', value: new Decimal('62749.0'), decimals: 1 } as const,
    },
  ]
  await act(() => {
    render(
      <OrderRemark
        check={{ ...check, sides }}
        limits={defaultLimits}
        place={{ left: 0, top: 0, width: 320, maxHeight: 500 }}
        window={{ width: 1280, height: 800 }}
        onHide={() => undefined}
        onMove={() => undefined}
      />,
      root,
    )
  })
  const text = (name: string) =>
    root.querySelector(`[data-field="order-${name}"]`)?.textContent ?? null
  expect(text('liquidation-long')).toBe('between 56,254.2 and 59,312.4')
  expect(text('liquidation-short')).toBe('62,749.0')
})

test('it is moved by arrow keys: one step, and with Shift to the edge', async () => {
  await show('action-2026-en')
  const grip = root.querySelector('[data-action="move-remark"]')
  const press = (key: string, shiftKey = false) =>
    grip?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }))
  press('ArrowDown')
  expect(moved).toMatchObject({ fromY: 'top', y: 56 })
  press('ArrowRight', true)
  expect(moved).toMatchObject({ fromX: 'right', x: 12 })
})
