// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { LimitsForm } from '@/components/settings/LimitsForm'
import { searchSettings } from '@/components/settings/search-settings'
import { en, translation } from '@/lib/i18n'
import { defaultLimits, type LimitName, limitNames, type Limits } from '@/lib/rules/limits'
import type { ShownSettings } from '@/lib/rules/settings'

let root: HTMLElement
let limits: Limits
/** What is chosen has to wait. */
let isHeld: boolean

const draw = (notice: ShownSettings['notice'] = null) =>
  act(() => {
    render(
      <LimitsForm
        limits={limits}
        notice={notice}
        waiting={[]}
        shown={searchSettings('', translation('en', en))}
        onCancel={() => undefined}
        onChange={(changed) => {
          if (!isHeld) limits = changed
          void draw(notice)
        }}
      />,
      root,
    )
  })

beforeEach(async () => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
  limits = defaultLimits
  isHeld = false
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
  expect(why?.textContent).toBe(reasons[limit])
})

/** What each limit is for, in plain words. */
const reasons: Record<LimitName, string> = {
  maxMarginAdditions:
    'We suggest one at most. If you’ve added margin once and the position still loses, the direction was probably wrong.',
  maxAdditionShare:
    'A margin addition should be a tiny part of your capital: you must be able to bear losing it.',
  decisionPause: 'Shows three facts for a few seconds. You can dismiss it right away.',
  capitalShareCaution: 'Margin of one position as a share of your total capital.',
  capitalShareLimit: 'We recommend 5–10%, so that no single position can do lasting harm.',
  capital:
    'Empty: the margin balance that the page shows. Dollar stablecoins count as one asset. For a position in another asset, the share isn’t known.',
  maxLeverage: 'With low leverage, a small margin addition moves the liquidation price a lot.',
  preferIsolated: 'It limits the risk to one position.',
  distanceCaution: 'How close the mark price can get to liquidation before we warn you.',
  distanceDanger: 'From here, a single fast move can liquidate the position.',
  requireStopLoss: 'With a stop set in advance, you decide while you’re calm, not while you panic.',
  stopLossGrace: 'After you open a position, before the reminder appears.',
  stopLossBuffer:
    'Share of the way from entry to liquidation. A fast move can skip a stop that’s too close to liquidation.',
  holdLimits:
    'Stricter limits apply right away. Looser ones wait, unless you have no open position.',
  loosenDelay: 'Long enough to sleep on it.',
}

test('what has to wait is not shown as if it held, and the focus stays where it was', async () => {
  isHeld = true
  limits = { ...defaultLimits, capital: { amount: '900', asset: 'USDT' } }
  await draw()
  const { input: typed } = field('maxLeverage')
  typed.focus()
  await act(() => {
    typed.value = '50'
    typed.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(await enter('maxLeverage', '50')).toEqual({ shown: '10', problem: null })
  expect(document.activeElement).toBe(typed)
  const { input: box } = field('requireStopLoss')
  await act(() => {
    box.focus()
    box.click()
  })
  expect(box.checked).toBe(true)
  expect(document.activeElement).toBe(box)
  const unit = field('capital').place.querySelector('select')
  await act(() => {
    unit!.value = 'BTC'
    unit?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(unit?.value).toBe('USDT')
})

test('every limit has one place, in groups that have a name', () => {
  const places = [...root.querySelectorAll('[data-limit]')].map((e) => e.getAttribute('data-limit'))
  expect(places.toSorted()).toEqual(limitNames.toSorted())
  expect([...root.querySelectorAll('fieldset > legend')].map((e) => e.textContent)).toEqual([
    'Adding margin',
    'Position size',
    'Distance to liquidation',
    'Stop-loss',
    'Sticking to your limits',
  ])
})

test('all of it can be reached by the keyboard, in the order in which it is read', () => {
  const controls = [...root.querySelectorAll<HTMLElement>('input, select, button')]
  expect(controls).toHaveLength(limitNames.length + 2)
  for (const control of controls) {
    expect(control.tabIndex).toBe(0)
    expect(control.hasAttribute('tabindex')).toBe(false)
  }
  expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length)
})

test('Enter does not send the form anywhere', () => {
  const submit = new Event('submit', { bubbles: true, cancelable: true })
  root.querySelector('form')?.dispatchEvent(submit)
  expect(submit.defaultPrevented).toBe(true)
})

const unitOf = (place: Element) => {
  const unit = place.querySelector('.unit')
  return unit instanceof HTMLSelectElement ? unit.value : (unit?.textContent ?? '')
}

test('the defaults stand in the fields, in the units beside them', () => {
  const shown = limitNames.map((limit) => {
    const { input, place } = field(limit)
    if (input.type === 'checkbox') return `${limit}: ${input.checked ? 'on' : 'off'}`
    return `${limit}: ${input.value} ${unitOf(place)}`.trim()
  })
  expect(shown).toEqual([
    'maxMarginAdditions: 1',
    'capitalShareCaution: 5 %',
    'capitalShareLimit: 10 %',
    'maxAdditionShare: 2 %',
    'distanceCaution: 10 %',
    'distanceDanger: 3 %',
    'requireStopLoss: on',
    'stopLossGrace: 2 min',
    'stopLossBuffer: 10 %',
    'maxLeverage: 10 ×',
    'preferIsolated: on',
    'capital:  USDT',
    'holdLimits: off',
    'loosenDelay: 24 h',
    'decisionPause: 5 s',
  ])
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
    ['capital', '2500', { amount: '2500', asset: 'USDT' }],
    ['loosenDelay', '48', 172_800_000],
    ['decisionPause', '10', 10_000],
    // The bounds belong to it.
    ['maxMarginAdditions', '0', 0],
    ['maxMarginAdditions', '20', 20],
    ['capitalShareLimit', '100', '1'],
    ['distanceCaution', '90', '0.9'],
    ['stopLossGrace', '0', 0],
    ['stopLossBuffer', '0', '0'],
    ['loosenDelay', '720', 2_592_000_000],
    // A comma may stand for the point, and spaces around are nobody's fault.
    ['capitalShareLimit', ' 12,5 ', '0.125'],
    ['stopLossGrace', '0.5', 30_000],
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

  test('a capital has its asset, chosen before the amount or after it', async () => {
    const select = () => root.querySelector<HTMLSelectElement>('[data-limit="capital"] select')
    const choose = (asset: string) =>
      act(() => {
        const found = select()
        if (found === null) throw new Error('no unit')
        found.value = asset
        found.dispatchEvent(new Event('change', { bubbles: true }))
      })
    expect(select()?.getAttribute('aria-label')).toBe('Asset of the total capital')
    await choose('BTC')
    expect(limits.capital).toBeNull()
    await enter('capital', '0.5')
    expect(limits.capital).toEqual({ amount: '0.5', asset: 'BTC' })
    await choose('USDC')
    // Half a dollar is none.
    expect(limits.capital).toEqual({ amount: '0.5', asset: 'BTC' })
    await enter('capital', '500')
    await choose('USDC')
    expect(limits.capital).toEqual({ amount: '500', asset: 'USDC' })
  })

  test('an empty capital is the one that the page shows', async () => {
    await enter('capital', '2500')
    await enter('capital', '')
    expect(limits.capital).toBeNull()
  })
})

describe('what does not fit is refused with a sentence, and the old value stays', () => {
  test.each([
    ['maxMarginAdditions', 'many', '1', 'Enter a number without thousands separators. Still 1.'],
    ['maxMarginAdditions', '1.5', '1', 'Enter a whole number. Still 1.'],
    ['maxMarginAdditions', '-1', '1', 'Enter a number between 0 and 20. Still 1.'],
    ['capitalShareLimit', '500', '10', 'Enter a number between 0.1 and 100. Still 10.'],
    [
      'capitalShareLimit',
      'Infinity',
      '10',
      'Enter a number without thousands separators. Still 10.',
    ],
    ['maxLeverage', '', '10', 'Enter a number without thousands separators. Still 10.'],
    ['distanceDanger', '0', '3', 'Enter a number between 0.1 and 90. Still 3.'],
    ['capitalShareCaution', '0.09', '5', 'Enter a number between 0.1 and 100. Still 5.'],
    ['maxAdditionShare', '101', '2', 'Enter a number between 0.1 and 100. Still 2.'],
    ['distanceCaution', '90.1', '10', 'Enter a number between 0.1 and 90. Still 10.'],
    ['stopLossGrace', '1441', '2', 'Enter a number between 0 and 1440. Still 2.'],
    ['stopLossGrace', '-1', '2', 'Enter a number between 0 and 1440. Still 2.'],
    ['stopLossBuffer', '91', '10', 'Enter a number between 0 and 90. Still 10.'],
    ['maxLeverage', '0', '10', 'Enter a number between 1 and 150. Still 10.'],
    ['capital', '0', '', 'Enter a number between 1 and 1000000000000. Still –.'],
    ['loosenDelay', '0', '24', 'Enter a number between 0.1 and 720. Still 24.'],
    ['decisionPause', '61', '5', 'Enter a number between 0 and 60. Still 5.'],
    // Neither a point nor a separator for sure.
    ['capital', '1,234.5', '', 'Enter a number without thousands separators. Still –.'],
    ['maxLeverage', '1e1', '10', 'Enter a number without thousands separators. Still 10.'],
    ['maxLeverage', '0x10', '10', 'Enter a number without thousands separators. Still 10.'],
  ] as const)('%s: %s', async (limit, text, shown, problem) => {
    expect(await enter(limit, text)).toEqual({ shown, problem })
    expect(limits).toEqual(defaultLimits)
    const { input } = field(limit)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const [first = ''] = input.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(root.querySelector(`#${CSS.escape(first)}`)?.textContent).toBe(problem)
  })

  test('the sentence goes with the next number that fits', async () => {
    await enter('maxLeverage', 'ten')
    expect((await enter('maxLeverage', '12')).problem).toBeNull()
  })

  test('danger may not begin before caution', async () => {
    expect(await enter('distanceDanger', '50')).toEqual({
      shown: '3',
      problem: 'This can’t be above “Caution below this distance”. Still 3.',
    })
    expect(await enter('distanceCaution', '2')).toEqual({
      shown: '10',
      problem: 'This can’t be below “Danger below this distance”. Still 10.',
    })
    expect(await enter('capitalShareCaution', '11')).toEqual({
      shown: '5',
      problem: 'This can’t be above “Limit for one position”. Still 5.',
    })
    expect(limits).toEqual(defaultLimits)
  })
})

test.each([
  ['damaged', 'Your saved limits were damaged, so we set them aside. These are the defaults.'],
  [
    'newer',
    'A newer version of Margin Brake saved your limits. We left them untouched: these are the defaults, and changes won’t be saved.',
  ],
  ['unsaved', 'Couldn’t save. These limits still apply.'],
] as const)('limits that are %s are told', async (notice, sentence) => {
  expect(root.querySelector('[role="alert"]')).toBeNull()
  await draw(notice)
  expect(root.querySelector('[role="alert"]')?.textContent).toBe(sentence)
})

test('the defaults come back by one button, and what was refused is forgotten', async () => {
  await enter('maxMarginAdditions', '3')
  await enter('maxLeverage', 'ten')
  await act(() => {
    root.querySelector<HTMLElement>('[data-action="reset-limits"]')?.click()
  })
  expect(limits).toEqual(defaultLimits)
  expect(root.querySelectorAll('.problem, [aria-invalid="true"]')).toHaveLength(0)
  expect(field('maxMarginAdditions').input.value).toBe('1')
  expect(field('maxLeverage').input.value).toBe('10')
})

test('what is half typed stays when the page is drawn again, and ends with the field', async () => {
  const { input } = field('maxLeverage')
  await act(() => {
    input.value = '12'
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  limits = { ...limits, maxMarginAdditions: 0 }
  await draw()
  expect(input.value).toBe('12')
  await act(() => void input.dispatchEvent(new Event('blur')))
  expect(input.value).toBe(String(defaultLimits.maxLeverage))
})
