// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { CountCorrection, type PanelCorrection } from '@/components/card/CountCorrection'
import type { EpisodeFacts } from '@/lib/rules/facts'
import { d, episodeOf } from '../../lib/rules/facts'

let root: HTMLElement
let said: PanelCorrection[]
const episode = 'BTCUSDT:long:isolated@900000'
const rise = (change: Partial<EpisodeFacts['rises'][number]>): EpisodeFacts['rises'][number] => ({
  event: 4,
  at: Date.UTC(2026, 10, 23, 16),
  amount: d('3.001'),
  counts: false,
  asked: false,
  ...change,
})

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
  said = []
})
const show = async (change: Partial<EpisodeFacts>) => {
  await act(() => {
    render(
      <CountCorrection
        episode={episodeOf(change)}
        asset="USDT"
        onCorrect={(correction) => said.push(correction)}
      />,
      root,
    )
  })
  await act(() => {
    one('details').toggleAttribute('open', true)
    one('details').dispatchEvent(new Event('toggle'))
  })
}
const one = (selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

test('what funding explains as well is asked, and each answer names its event', async () => {
  await show({ rises: [rise({ asked: true })] })
  expect(one('[data-question="4"] p').textContent).toMatch(
    /^Margin rose by 3\.01 USDT, seen on .*2026.*\. It may have been funding\. Did you add margin\?$/,
  )
  one('[data-answer="yes"]').click()
  one('[data-answer="no"]').click()
  expect(said).toEqual([
    { episode, says: 'was-an-addition', event: 4 },
    { episode, says: 'not-an-addition', event: 4 },
  ])
  expect(root.querySelector('[data-rise]')).toBeNull()
})

test('a rise of an unknown amount is asked without one', async () => {
  await show({ rises: [rise({ asked: true, amount: null })] })
  expect(one('[data-question] p').textContent).toMatch(
    /^Margin rose, seen on .*Did you add margin\?$/,
  )
})

test('what counts can be struck, what does not can be counted', async () => {
  await show({ rises: [rise({ event: 2, counts: true }), rise({ event: 5 })] })
  expect(one('[data-rise="2"]').textContent).toMatch(
    /^3\.01 USDT, seen on .*Not a margin addition$/,
  )
  expect(one('[data-rise="5"]').textContent).toMatch(/not countedIt’s a margin addition$/)
  one('[data-rise="2"] button').click()
  one('[data-rise="5"] button').click()
  expect(said).toEqual([
    { episode, says: 'not-an-addition', event: 2 },
    { episode, says: 'was-an-addition', event: 5 },
  ])
})

test('additions before the first look are told, and shown as told', async () => {
  await show({ declaredAdditions: 2 })
  const select = one('select') as HTMLSelectElement
  expect(select.value).toBe('2')
  expect([...select.options].slice(0, 3).map(({ text }) => text)).toEqual([
    '0 times',
    '1 time',
    '2 times',
  ])
  select.value = '3'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  expect(said).toEqual([{ episode, says: 'added-before', additions: 3 }])
})

test('that there was none before the first look can be said as well', async () => {
  await show({ declaredAdditions: null })
  const select = one('select') as HTMLSelectElement
  expect(select.selectedOptions[0]?.text).toBe('unknown')
  select.value = '0'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  expect(said).toEqual([{ episode, says: 'added-before', additions: 0 }])
})

test('the last word can be taken back, where there is one', async () => {
  await show({})
  expect(root.querySelector('[data-action="take-back"]')).toBeNull()
  await show({ lastWord: 7 })
  one('[data-action="take-back"]').click()
  expect(said).toEqual([{ episode, says: 'take-back', event: 7 }])
})
