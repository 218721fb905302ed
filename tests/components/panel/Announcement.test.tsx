// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Announcement } from '@/components/panel/Announcement'
import { TranslationContext } from '@/components/translation-context'
import { panelEnglish, translation } from '@/lib/i18n'

let root: HTMLElement
beforeEach(() => {
  vi.useFakeTimers()
  root = document.createElement('div')
})
afterEach(() => {
  vi.useRealTimers()
})
const plain = translation('en', panelEnglish)
const show = (text: string | null, speech = plain) =>
  act(() => {
    render(
      <TranslationContext.Provider value={speech}>
        <Announcement text={text} />
      </TranslationContext.Provider>,
      root,
    )
  })
const said = () => root.querySelector('[role="alert"]')?.textContent

test('a risk that has risen is said, and is gone after a while', async () => {
  await show('BTCUSDT: no stop-loss')
  expect(said()).toBe('BTCUSDT: no stop-loss')
  await act(() => {
    vi.advanceTimersByTime(10_000)
  })
  expect(said()).toBe('')
})

test('the next one is said as well', async () => {
  await show('first')
  await act(() => {
    vi.advanceTimersByTime(8_000)
  })
  await show('second')
  await act(() => {
    vi.advanceTimersByTime(8_000)
  })
  expect(said()).toBe('second')
})

test('with amounts hidden, or in another language, it does not stay in the words of before', async () => {
  await show('BTCUSDT: the loss is 40.00 USDT')
  await show(
    'BTCUSDT: the loss is 40.00 USDT',
    translation('en', panelEnglish, { hideAmounts: true }),
  )
  expect(said()).toBe('')
})

test('the line is there before it speaks: a screen reader hears what comes into it', async () => {
  await show(null)
  expect(said()).toBe('')
})
