// @vitest-environment happy-dom
import { render } from 'preact'
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Panel } from '@/components/panel/Panel'
import type { ReadFailure, UnreadRow } from '@/lib/page'
import type { EpisodeFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import type { PanelInput } from '@/lib/rules/panel/panel-input'
import type { PanelSize } from '@/lib/rules/settings'
import { d, episodeOf, is, longPosition, missing, panelInput } from '../../lib/rules/facts'

let root: HTMLElement

/** Whose buttons work. */
const Framed = (props: Omit<Parameters<typeof Panel>[0], 'frame'>) => {
  const [size, onSize] = useState<PanelSize>('normal')
  const window = { width: 0, height: 0 }
  const nothing = () => undefined
  const frame = { size, onSize, place: null, window, onMove: nothing, onHideAmounts: nothing }
  return <Panel {...props} frame={{ ...frame, hideAmounts: false }} />
}

const show = (input: PanelInput, episode?: EpisodeFacts) =>
  act(() => {
    const model = panelModel({
      input,
      episodes: new Map(episode === undefined ? [] : [[longPosition.key, episode]]),
      limits: defaultLimits,
      previous: null,
      now: 1_000_000,
    })
    render(<Framed model={model} />, root)
  })

const all = (selector: string) => [...root.querySelectorAll(selector)]
const text = (selector: string) => all(selector).map((e) => e.textContent)
const figure = (name: string) => {
  const [element] = all(`[data-field="${name}"]`)
  return [element?.getAttribute('data-value') ?? null, element?.textContent ?? null]
}

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})

/** Every code of the reader: a new one does not compile before it has its sentence here. */
const failures: Record<ReadFailure['code'], string> = {
  'no-positions-tab': 'Couldn’t find the Positions tab.',
  'ambiguous-tabs': 'Several groups of tabs look like the one with your positions.',
  'no-table': 'Couldn’t find the positions table.',
  'no-columns': 'Couldn’t recognize the table’s columns.',
  'no-rows-read': 'Couldn’t make sense of the table’s rows.',
  'too-large': 'The page is too large to read without slowing it down.',
  fault: 'Something went wrong in Margin Brake.',
}

describe('what became of the record is said', () => {
  test.each([
    ['full', /out of space/],
    ['damaged', /damaged, so we set it aside/],
    ['newer', /update the extension/],
  ] as const)('%s', async (notice, sentence) => {
    await act(() => {
      const model = panelModel({
        input: { status: 'flat' },
        episodes: new Map(),
        limits: defaultLimits,
        previous: null,
        now: 0,
      })
      render(<Framed model={model} notice={notice} />, root)
    })
    const [said] = all(`[data-notice="${notice}"]`)
    expect(said?.getAttribute('role')).toBe('alert')
    expect(said?.textContent).toMatch(sentence)
  })
})

describe('without positions it says what is the matter', () => {
  test.each([
    [{ status: 'flat' }, 'No open positions'],
    [{ status: 'loading' }, 'Waiting for the page'],
    [{ status: 'hidden' }, 'Open the Positions tab to see your positions'],
    ...(Object.keys(failures) as ReadFailure['code'][]).map(
      (code) =>
        [
          { status: 'unreadable', failure: { code } },
          `Can’t read this page${failures[code]}`,
        ] as const,
    ),
  ] as const)('%o', async (input, sentence) => {
    await show(input)
    const status = all('[data-status]')
    expect(status.map((e) => e.getAttribute('data-status'))).toEqual([input.status])
    expect(status[0]?.getAttribute('role')).toBe('status')
    expect(status[0]?.textContent).toBe(sentence)
    expect(all('article')).toEqual([])
    expect(all('.figure')).toEqual([])
  })
})

describe('a row out of sight on the page', () => {
  const away = { ...longPosition, key: 'ETHUSDT:long:isolated', symbol: 'ETHUSDT', readAt: 940_000 }

  test('keeps its last figure with its age, judged by nobody', async () => {
    await show(panelInput([longPosition], { outOfSight: [away], declared: 2 }))
    expect(all('article').map((e) => e.getAttribute('data-sight'))).toEqual([
      'in-sight',
      'out-of-sight',
    ])
    expect(text('[data-sight="out-of-sight"] .age .spoken')).toEqual(['figures 1 min old'])
    expect(text('[data-sight="out-of-sight"] [data-field="liquidation-distance"]')).toEqual([
      '16.66%',
    ])
    expect(all('[data-sight="out-of-sight"] [data-warning]')).toEqual([])
  })

  test('needs no line of its own: its age says it', async () => {
    await show(panelInput([longPosition], { outOfSight: [away], declared: 2 }))
    expect(all('[data-status]')[0]?.className).toBe('spoken')
    expect(text('[data-status]')).toEqual(['Positions visible: 1 of 2'])
  })

  test('opened, it says so', async () => {
    await show(panelInput([longPosition], { outOfSight: [away], declared: 2 }))
    await act(() => {
      root.querySelector<HTMLElement>('[data-action="open-position"]')?.click()
    })
    expect(text('[data-sight="out-of-sight"] .out-of-sight')).toEqual([
      'figures 1 min old · Not visible on the page right now. Last figures seen.',
    ])
  })
})

describe('of several', () => {
  const named = (symbol: string, liquidation: number, change = {}) => ({
    ...longPosition,
    key: `${symbol}:long:isolated`,
    symbol,
    liquidationPrice: is(liquidation),
    ...change,
  })
  const shown = () =>
    all('article').map((e) => [
      e.getAttribute('data-position')?.split(':')[0],
      e.hasAttribute('data-folded') ? 'row' : 'card',
    ])
  const press = (selector: string) =>
    act(() => {
      root.querySelector<HTMLElement>(selector)?.click()
    })
  const three = [named('AAA', 50_000), named('BBB', 58_900), named('CCC', 55_000)]

  test('the most endangered is open, the others have a row each', async () => {
    await show(panelInput(three))
    expect(shown()).toEqual([
      ['BBB', 'card'],
      ['CCC', 'row'],
      ['AAA', 'row'],
    ])
  })

  test('a row opens, and what was open becomes a row', async () => {
    await show(panelInput(three))
    await press('[data-position^="AAA"] button')
    expect(shown()).toEqual([
      ['BBB', 'row'],
      ['CCC', 'row'],
      ['AAA', 'card'],
    ])
    await press('[data-action="fold-position"]')
    expect(shown().map(([, shape]) => shape)).toEqual(['row', 'row', 'row'])
  })

  test('a button that a key has pressed keeps the focus', async () => {
    await show(panelInput(three))
    const focused = () => document.activeElement?.getAttribute('data-action')
    await press('[data-position^="AAA"] button')
    expect(focused()).toBe('fold-position')
    await press('[data-action="fold-position"]')
    expect(focused()).toBe('open-position')
    expect(document.activeElement?.closest('article')).toBe(all('[data-position^="AAA"]')[0])
  })

  test('Escape closes the menu and returns to its button, then folds the panel', async () => {
    await show(panelInput(three))
    await press('[data-action="menu"]')
    const button = root.querySelector<HTMLElement>('[data-action="menu"]')
    const escape = () =>
      act(() => {
        const key = { key: 'Escape', bubbles: true, cancelable: true }
        root.querySelector('h1')?.dispatchEvent(new KeyboardEvent('keydown', key))
      })
    await escape()
    expect(all('.menu')).toEqual([])
    expect(document.activeElement).toBe(button)
    await escape()
    expect(all('[data-size="pill"]')).toHaveLength(1)
  })

  test('a row with the focus stays a row, however near it comes', async () => {
    const [aaa, bbb] = three
    await show(panelInput(three))
    const row = root.querySelector<HTMLElement>('[data-position^="CCC"] button')
    await act(() => row?.focus())
    await show(panelInput([aaa!, bbb!, named('CCC', 59_500)]))
    expect(document.activeElement).toBe(row)
    expect(shown()[0]).toEqual(['BBB', 'card'])
    await act(() => row?.blur())
    await show(panelInput([aaa!, bbb!, named('CCC', 59_500)]))
    expect(shown()[0]).toEqual(['CCC', 'card'])
  })

  test('a tool in use stays open and keeps the focus, whatever becomes of its position or of others', async () => {
    const [aaa, bbb, ccc] = [named('AAA', 50_000), named('BBB', 58_900), named('CCC', 55_000)]
    await show(panelInput([aaa, bbb, ccc]))
    const fold = () => root.querySelector<HTMLDetailsElement>('[data-tool="stop"]')
    await act(() => {
      fold()!.open = true
      fold()?.dispatchEvent(new Event('toggle'))
    })
    const input = () => root.querySelector<HTMLInputElement>('[data-typed="stop-price"] input')
    await act(() => input()?.focus())
    await act(() => {
      input()!.value = '59'
      input()?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    const typedIn = document.activeElement
    expect(typedIn).toBe(input())
    const moved = vi.fn()
    typedIn?.addEventListener('blur', moved)
    const isKept = (first: string) => {
      expect(shown()).toContainEqual(['BBB', 'card'])
      expect(shown()[0]?.[0]).toBe(first)
      expect(input()?.value).toBe('59')
      expect(document.activeElement).toBe(typedIn)
      expect(moved).not.toHaveBeenCalled()
    }
    // Another one is nearer now.
    await show(panelInput([named('AAA', 59_500), bbb, ccc]))
    isKept('BBB')
    // Its own row cannot be read for a moment.
    const away = { ...bbb, readAt: 999_000 }
    await show(panelInput([aaa, ccc], { outOfSight: [away], declared: 3 }))
    isKept('BBB')
    const isHidden = () => root.querySelector<HTMLElement>('.tools')?.hidden
    expect(isHidden()).toBe(false)
    await show(panelInput([aaa, ccc], { outOfSight: [{ ...bbb, readAt: 990_000 }], declared: 3 }))
    expect(isHidden()).toBe(true)
    // One is opened, and it is nearer.
    await show(panelInput([named('DDD', 59_800), aaa, bbb, ccc]))
    isKept('DDD')
    input()?.blur()
    await show(panelInput([named('DDD', 59_800), aaa, bbb, ccc]))
    expect(shown().map(([symbol]) => symbol)).toEqual(['DDD', 'BBB', 'CCC', 'AAA'])
    expect(input()?.value).toBe('59')
  })

  test('a row says all five: how far, how often, the stop, and the worst of its warnings', async () => {
    await show(panelInput([...three, named('DDD', 57_000, { stopLoss: { state: 'absent' } })]))
    const row = all('[data-position^="DDD"]')[0]
    expect(row?.querySelector('[data-field="liquidation-distance"]')?.textContent).toBe('5.00%')
    expect(row?.querySelector('[data-field="stop-loss"]')?.getAttribute('data-missing')).toBe(
      'none',
    )
    expect(row?.querySelector('[data-field="margin-additions"]')).not.toBeNull()
    expect(row?.querySelector('[data-warning="LIQUIDATION_NEAR"]')?.textContent).toBe(
      'near liquidation',
    )
    expect(row?.querySelector('.worst [aria-hidden]')?.textContent).toBe('◆')
  })

  test('what is not known is a question mark in a row, never a number', async () => {
    await show(panelInput([...three, named('EEE', 1, { liquidationPrice: missing('unparsed') })]))
    const figure = all('[data-position^="EEE"] [data-field="liquidation-distance"]')[0]
    expect(figure?.textContent).toBe('?')
    expect(figure?.getAttribute('title')).toBe('The page shows no clear number.')
  })

  test('a summary: how many are open, in danger, to watch, without a stop', async () => {
    await show(panelInput([...three, named('DDD', 57_000, { stopLoss: { state: 'absent' } })]))
    expect(text('.bar h1')).toEqual(['Margin Brake · 4 open'])
    expect(text('.summary span')).toEqual(['1 in danger', '2 to watch', '1 without a stop'])
  })

  test('the farthest are one line together, until it is opened', async () => {
    const many = Array.from({ length: 12 }, (_, at) => named(`S${String(at)}`, 50_000 - at * 1_000))
    await show(panelInput(many))
    expect(all('.positions > article')).toHaveLength(9)
    expect(text('.far summary')).toEqual(['3 more, all farther than 31.66% when last seen'])
    const far = all('.far')[0] as HTMLDetailsElement
    far.open = true
    await act(() => {
      far.dispatchEvent(new Event('toggle'))
    })
    expect(all('article')).toHaveLength(12)
  })
})

describe('a position', () => {
  test('figures as plain numbers for machines and as text for people', async () => {
    await show(panelInput([longPosition]), episodeOf())
    expect(all('article').map((e) => e.getAttribute('data-position'))).toEqual([longPosition.key])
    expect(figure('liquidation-price')).toEqual(['50000', '50,000'])
    expect(figure('mark-price')).toEqual(['60000', '60,000'])
    expect(figure('liquidation-distance')[1]).toBe('16.66%')
    expect(figure('margin-additions')).toEqual(['0', '0 of 1'])
  })

  test('unknown has its reason, no number, and no calm colour', async () => {
    await show(panelInput([{ ...longPosition, liquidationPrice: missing('contradicted') }]))
    expect(figure('liquidation-distance')[0]).toBeNull()
    expect(figure('liquidation-distance')[1]).toBe('unknownThe figures in this row don’t agree.')
    expect(all('article')[0]?.getAttribute('data-band')).toBe('unknown')
  })

  test('after the second addition: cut your losses, with what is at stake and the same loss', async () => {
    const losing = {
      ...longPosition,
      markPrice: is(58_000),
      unrealizedPnl: is(-40),
      wallet: is(105),
    }
    await show(
      panelInput([losing]),
      episodeOf({
        marginAdditions: 2,
        additions: [
          { at: 910_000, amount: d(20) },
          { at: 950_000, amount: d(25) },
        ],
      }),
    )
    const worst = all('[data-warning="MARGIN_ADDED_AGAIN"]')[0]
    expect(worst?.getAttribute('data-severity')).toBe('danger')
    expect(worst?.querySelector('strong')?.textContent).toBe(
      '▲ You added margin twice and are still losing: cut your losses',
    )
    expect(worst?.textContent).toContain('Adding margin didn’t change the loss: 40.00 USDT')
    expect(figure('at-stake')).toEqual(['105', '105.00 USDT'])
    expect(text('.ways-out').join()).not.toMatch(/add margin/i)
  })

  test('hostile names are text', async () => {
    const symbol = '<img src=x onerror=alert(1)>'
    await show(panelInput([{ ...longPosition, symbol }]))
    expect(text('article h2')).toEqual([symbol])
    expect(all('img')).toEqual([])
  })
})

test('collapsed, it keeps its status and can be opened again', async () => {
  await show(panelInput([longPosition]))
  const press = (action: string) =>
    act(() => {
      const button = all(`[data-action="${action}"]`)[0] as HTMLElement
      button.click()
    })
  await press('collapse')
  expect(all('article')).toEqual([])
  expect(all('[data-status="ready"]')).toHaveLength(1)
  expect(all('[data-action="expand"]')[0]?.getAttribute('aria-expanded')).toBe('false')
  expect(figure('liquidation-distance')).toEqual([
    '0.1666666666666666666666666666666666666667',
    '16.66%',
  ])
  await press('expand')
  expect(all('article')).toHaveLength(1)
})

describe('with positions it says how much of them is in sight', () => {
  const short = { ...longPosition, key: 'ETHUSDT:short:isolated', symbol: 'ETHUSDT' }

  test('all of them', async () => {
    await show(panelInput([longPosition]))
    expect(text('[data-status="ready"]')).toEqual(['Reading 1 position'])
    await show(panelInput([longPosition, short]))
    expect(text('[data-status="ready"]')).toEqual(['Reading 2 positions'])
  })

  test('fewer rows than the tab declares', async () => {
    await show(panelInput([longPosition], { declared: 3 }))
    expect(text('[data-status="partial"] > *')).toEqual([
      '1 of 3 read so far. Scroll or unfilter the page’s table to read the others.',
    ])
  })

  test('a figure that the distance needs is not known', async () => {
    await show(panelInput([{ ...longPosition, markPrice: missing('unparsed') }]))
    expect(text('[data-status]')).toEqual(['Couldn’t read everything'])
  })

  const rows: Record<UnreadRow['reason'], string> = {
    'no-symbol': 'Its symbol isn’t clear.',
    'no-side': 'Long or short isn’t clear.',
    'no-figures': 'Its figures aren’t clear.',
    contradicted: 'Its figures contradict each other.',
  }
  const reasons = Object.keys(rows) as UnreadRow['reason'][]
  test.each(reasons)('a row that was not read: %s', async (reason) => {
    const unread = [{ symbol: 'SOLUSDT', reason }]
    await show(panelInput([longPosition], { declared: 2, unread }))
    expect(text('[data-status="partial"] > *')).toEqual([
      'Couldn’t read everything',
      `SOLUSDT: couldn’t read this row. ${rows[reason]}`,
    ])
    expect(all('article')).toHaveLength(1)
  })

  test('several rows without a symbol, each on its line', async () => {
    const unread = [1, 2].map(() => ({ symbol: null, reason: 'no-symbol' }) as const)
    await show(panelInput([longPosition], { declared: 3, unread }))
    expect(text('[data-status="partial"] > p')).toEqual([
      'A row without a readable symbol.',
      'A row without a readable symbol.',
    ])
  })

  test('all figures are old', async () => {
    await show(panelInput([{ ...longPosition, readAt: 1_000_000 - 3_600_000 }]))
    expect(text('[data-status="stale"]')).toEqual(['Figures are out of date'])
    expect(text('.age')).toEqual(['figures 1 hr old'])
  })

  test('the most endangered stands first, and an unknown one before a calm one', async () => {
    const near = { ...longPosition, key: 'near', liquidationPrice: is(59_000) }
    const unclear = { ...longPosition, key: 'unclear', liquidationPrice: missing('contradicted') }
    const crossed = { ...longPosition, key: 'crossed', liquidationPrice: is(60_100) }
    await show(panelInput([longPosition, unclear, near, crossed]))
    expect(all('article').map((e) => e.getAttribute('data-position'))).toEqual([
      'crossed',
      'near',
      'unclear',
      longPosition.key,
    ])
    expect(all('article').map((e) => e.getAttribute('data-band'))).toEqual([
      'crossed',
      'danger',
      'unknown',
      'calm',
    ])
  })
})

test('it has a name, says that it only reads, and offers nothing that acts on the exchange', async () => {
  await show(panelInput([longPosition]), episodeOf({ marginAdditions: 2 }))
  expect(all('section')[0]?.getAttribute('aria-label')).toBe(
    'Margin Brake: distance to liquidation',
  )
  expect(all('button').map((e) => e.getAttribute('data-action'))).toEqual([
    'hide-amounts',
    'detail',
    'menu',
    'collapse',
  ])
  expect(all('a, input, form, iframe, img, script')).toEqual([])
  const menu = all('[data-action="menu"]')[0]
  expect(menu?.getAttribute('aria-expanded')).toBe('false')
  await act(() => {
    ;(menu as HTMLElement).click()
  })
  expect(text('.menu footer')).toEqual(['Read-only. Not financial advice.'])
  expect(all('[data-action="menu"]')[0]?.getAttribute('aria-expanded')).toBe('true')
})

test('folded, it says how far the nearest is, and what is worst of all', async () => {
  const losing = { ...longPosition, markPrice: is(58_000), unrealizedPnl: is(-40) }
  const near = { ...longPosition, key: 'near', symbol: 'NEAR', liquidationPrice: is(57_000) }
  await show(panelInput([losing, near]), episodeOf({ marginAdditions: 4, additions: [] }))
  await act(() => {
    ;(all('[data-action="collapse"]')[0] as HTMLElement).click()
  })
  expect(text('.symbol')).toEqual(['NEAR'])
  expect(figure('liquidation-distance')[1]).toBe('5.00%')
  expect(text('.wrong')).toEqual(['BTCUSDT: cut losses'])
  expect(text('.shape-of-tone')).toEqual(['▲'])
})

test('folded, figures that are old say so', async () => {
  await show(panelInput([], { outOfSight: [{ ...longPosition, readAt: 940_000 }], declared: 1 }))
  await act(() => {
    ;(all('[data-action="collapse"]')[0] as HTMLElement).click()
  })
  expect(text('.age')).toEqual(['1 min'])
})

test('folded, it says what is wrong in two words', async () => {
  const losing = { ...longPosition, markPrice: is(58_000), unrealizedPnl: is(-40) }
  await show(panelInput([losing]), episodeOf({ marginAdditions: 4, additions: [] }))
  await act(() => {
    ;(all('[data-action="collapse"]')[0] as HTMLElement).click()
  })
  expect(text('.wrong')).toEqual(['cut losses'])
  expect(all('[data-size="pill"]')[0]?.getAttribute('data-tone')).toBe('danger')
  expect(text('.shape-of-tone')).toEqual(['▲'])
})
