// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { LimitsForm } from '@/components/LimitsForm'
import { defaultLimits, type LimitName, limitNames, type Limits } from '@/lib/rules'

let root: HTMLElement
let limits: Limits

const draw = (damaged = false) =>
  act(() => {
    render(
      <LimitsForm
        limits={limits}
        damaged={damaged}
        onChange={(changed) => {
          limits = changed
          void draw(damaged)
        }}
      />,
      root,
    )
  })

beforeEach(async () => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
  limits = defaultLimits
  await draw()
})

const field = (limit: LimitName) => {
  const place = root.querySelector(`[data-limit="${limit}"]`)
  const input = place?.querySelector('input')
  if (!place || !input) throw new Error(`no field for ${limit}`)
  return { place, input }
}

const enter = async (limit: LimitName, text: string) => {
  const { input, place } = field(limit)
  await act(() => {
    input.value = text
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  return { shown: input.value, problem: place.querySelector('.problem')?.textContent ?? null }
}

test.each(limitNames)('%s has a field, its name and why it matters', (limit) => {
  const { place, input } = field(limit)
  const label = place.querySelector('label')
  expect(label?.getAttribute('for')).toBe(input.id)
  expect(label?.textContent).not.toBe('')
  const why = root.querySelector(`#${CSS.escape(input.getAttribute('aria-describedby') ?? '')}`)
  expect(why?.textContent).toMatch(/\S+ \S+ \S+/)
})

describe('a number that fits is taken', () => {
  test.each([
    ['maxMarginAdditions', '3', 3],
    ['capitalShareCaution', '4', '0.04'],
    ['capitalShareLimit', '12.5', '0.125'],
    ['maxAdditionShare', '1', '0.01'],
    ['distanceCaution', '15', '0.15'],
    ['distanceDanger', '2.5', '0.025'],
    ['stopLossGrace', '5', 300_000],
    ['stopLossBuffer', '20', '0.2'],
    ['maxLeverage', '5', 5],
    ['capital', '2500', '2500'],
    ['loosenDelay', '48', 172_800_000],
    ['decisionPause', '10', 10_000],
  ] as const)('%s: %s', async (limit, text, value) => {
    expect((await enter(limit, text)).problem).toBeNull()
    expect(limits).toEqual({ ...defaultLimits, [limit]: value })
  })

  test.each(['requireStopLoss', 'preferIsolated', 'holdLimits'] as const)('%s', async (limit) => {
    const { input } = field(limit)
    await act(() => {
      input.checked = !defaultLimits[limit]
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(limits).toEqual({ ...defaultLimits, [limit]: !defaultLimits[limit] })
  })

  test('an empty capital is the one that the page shows', async () => {
    await enter('capital', '2500')
    await enter('capital', '')
    expect(limits.capital).toBeNull()
  })
})

describe('what does not fit is refused with a sentence, and the old value stays', () => {
  test.each([
    ['maxMarginAdditions', 'many', '1', 'Please enter a number. Kept: 1.'],
    ['maxMarginAdditions', '1.5', '1', 'Please enter a number. Kept: 1.'],
    ['maxMarginAdditions', '-1', '1', 'Please stay between 0 and 20. Kept: 1.'],
    ['capitalShareLimit', '500', '10', 'Please stay between 0.1 and 100. Kept: 10.'],
    ['capitalShareLimit', 'Infinity', '10', 'Please enter a number. Kept: 10.'],
    ['maxLeverage', '', '10', 'Please enter a number. Kept: 10.'],
    ['distanceDanger', '0', '3', 'Please stay between 0.1 and 90. Kept: 3.'],
  ] as const)('%s: %s', async (limit, text, shown, problem) => {
    expect(await enter(limit, text)).toEqual({ shown, problem })
    expect(limits).toEqual(defaultLimits)
    expect(field(limit).input.getAttribute('aria-invalid')).toBe('true')
  })

  test('the sentence goes with the next number that fits', async () => {
    await enter('maxLeverage', 'ten')
    expect((await enter('maxLeverage', '12')).problem).toBeNull()
  })

  test('danger may not begin before caution', async () => {
    const { problem } = await enter('distanceDanger', '50')
    expect(problem).toContain('Caution below this distance')
    expect(limits).toEqual(defaultLimits)
  })
})

test('damaged limits are told', async () => {
  await draw(true)
  expect(root.querySelector('[role="alert"]')?.textContent).toBe(
    'Your saved limits were damaged and set aside. These are the defaults.',
  )
})

test('the defaults come back by one button', async () => {
  await enter('maxMarginAdditions', '3')
  await act(() => {
    root.querySelector<HTMLElement>('[data-action="reset-limits"]')?.click()
  })
  expect(limits).toEqual(defaultLimits)
})
