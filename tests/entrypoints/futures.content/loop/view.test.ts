import { describe, expect, test } from 'vitest'
import { view } from '@/entrypoints/futures.content/loop/view'
import { defaultAppearance } from '@/lib/rules/settings'
import { ledgerAfter, play } from './play'
import { action, box, dialog, flat, order, position, printed, reading } from './readings'

/** Over the default place of the panel. */
const over = { left: 0, top: 0, width: 600, height: 600 }
const panel = { left: 12, top: 108, width: 340, height: 400 }

describe('the panel', () => {
  test('shows the model, as large and where the trader wants it', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: reading() })
    expect(view(tab.state()).panel).toMatchObject({
      model: { status: 'ready' },
      frame: { size: 'normal', place: { fromX: 'left', x: 12, fromY: 'top', y: 108 } },
    })
  })

  test('hides without positions, if so wanted', () => {
    const tab = play({ appearance: { ...defaultAppearance, hideWhenFlat: true } })
    tab.happens({ type: 'reading', reading: flat })
    expect(view(tab.state()).panel).toBeNull()
    tab.happens({ type: 'reading', reading: reading() })
    expect(view(tab.state()).panel).not.toBeNull()
  })

  test('is there all the same after a position that ended beyond the limit, by the limits that count', () => {
    const tab = play({ appearance: { ...defaultAppearance, hideWhenFlat: true } })
    tab.happens({ type: 'reading', reading: flat })
    tab.happens({ type: 'ledger', answer: ledgerAfter(2, { ended: true }) })
    expect(view(tab.state()).panel?.breach).toEqual({ symbol: 'BTCUSDT', by: 'additions' })
    const wish = { limit: 'maxMarginAdditions', value: 9, due: tab.state().at } as const
    tab.happens({ type: 'waiting-limits', waiting: [wish] })
    expect(view(tab.state()).panel).toBeNull()
  })

  test('has the colours of the page, unless the trader has chosen', () => {
    const tab = play()
    tab.happens({ type: 'page-theme', theme: 'light' })
    expect(view(tab.state()).theme).toBe('light')
    tab.happens({ type: 'appearance', appearance: { ...defaultAppearance, theme: 'dark' } })
    expect(view(tab.state()).theme).toBe('dark')
  })
})

describe('a dialog of the page', () => {
  const open = (dialogs: readonly (typeof box)[], at: typeof panel | null = panel) =>
    ({ type: 'action', action: action({ dialogs }), panel: at }) as const

  test('that the panel is clear of moves nothing', () => {
    const tab = play()
    tab.happens(open([box]))
    expect(view(tab.state()).panel?.frame.size).toBe('normal')
  })

  test('that it covers sends it aside, folded, until the dialog is closed', () => {
    const tab = play()
    tab.happens(open([over]))
    const frame = view(tab.state()).panel?.frame
    expect(frame?.size).toBe('pill')
    expect(frame?.place).not.toEqual({ fromX: 'left', x: 12, fromY: 'top', y: 108 })
    tab.happens(open([]))
    expect(view(tab.state()).panel?.frame).toMatchObject({
      size: 'normal',
      place: { x: 12, y: 108 },
    })
  })

  test('that fills the window leaves no room for it', () => {
    const tab = play()
    tab.happens(open([{ left: 0, top: 0, width: 1280, height: 800 }]))
    expect(view(tab.state()).panel).toBeNull()
    tab.happens(open([]))
    expect(view(tab.state()).panel).not.toBeNull()
  })

  test('that moves is cleared again; where it does not matter the panel stays', () => {
    const tab = play()
    tab.happens(open([over]))
    const aside = view(tab.state()).panel?.frame.place
    tab.happens(open([{ ...over, left: 4 }]))
    expect(view(tab.state()).panel?.frame.place).toEqual(aside)
    tab.happens(open([{ left: 0, top: 300, width: 600, height: 500 }]))
    expect(view(tab.state()).panel?.frame.place).not.toEqual(aside)
  })

  test('the trader may put the panel over it', () => {
    const tab = play()
    tab.happens(open([over]))
    const place = { fromX: 'left', x: 40, fromY: 'top', y: 40 } as const
    tab.happens({ type: 'move', place })
    tab.happens(open([over]))
    expect(view(tab.state()).panel?.frame).toMatchObject({ size: 'normal', place })
  })
})

describe('beside the Adjust Margin dialog', () => {
  const opened = () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: reading() })
    tab.happens({ type: 'action', action: action({ dialog: dialog() }), panel: null })
    return tab
  }

  test('stands the companion', () => {
    const { companion } = view(opened().state())
    expect(companion?.model.state).toBe('matched')
    expect(companion?.place.left).toBeGreaterThanOrEqual(box.left + box.width)
  })

  test('its figures move with the prices', () => {
    const tab = opened()
    const before = view(tab.state()).companion?.model
    tab.happens(
      {
        type: 'reading',
        reading: reading([
          position({ markPrice: printed('58000.0'), unrealizedPnl: printed('-40.00') }),
        ]),
      },
      1,
    )
    const after = view(tab.state()).companion?.model
    const lossOf = (model: typeof after) =>
      model?.state === 'matched' ? model.change.loss?.toFixed() : undefined
    expect(lossOf(before)).toBeUndefined()
    expect(lossOf(after)).toBe('40')
  })

  test('without room for figures there is a sentence, and without room for that there is none', () => {
    const tab = opened()
    const wide = { left: 100, top: 100, width: 700, height: 600 }
    tab.happens({ type: 'action', action: action({ dialog: dialog({ box: wide }) }), panel: null })
    expect(view(tab.state()).companion).not.toBeNull()
    expect(view(tab.state()).companion?.isLine).toBe(false)
    tab.happens({ type: 'window', size: { width: 900, height: 720 } })
    expect(view(tab.state()).companion).toMatchObject({
      isLine: true,
      place: { top: 12, width: 876 },
    })
    const all = { left: 0, top: 0, width: 900, height: 720 }
    tab.happens({ type: 'action', action: action({ dialog: dialog({ box: all }) }), panel: null })
    expect(view(tab.state()).companion).toBeNull()
  })
})

describe('beside the order form', () => {
  const typed = { type: 'action', action: action({ order: order() }), panel: null } as const

  test('stands what is not as planned', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: flat })
    tab.happens(typed)
    expect(view(tab.state()).remark?.check.remarks).toContain('no-stop')
  })

  test('where the trader has put it', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: flat })
    tab.happens(typed)
    const place = { fromX: 'right', x: 12, fromY: 'bottom', y: 12 } as const
    tab.happens({ type: 'move-remark', place })
    const { window } = tab.state().layout
    const shown = view(tab.state()).remark?.place
    expect(shown?.left).toBe(window.width - 300 - 12)
    expect((shown?.top ?? 0) + (shown?.maxHeight ?? 0)).toBeLessThanOrEqual(window.height)
  })

  test('nothing stands while a dialog lies over it, or after it was hidden', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: flat })
    tab.happens({
      ...typed,
      action: action({ order: order(), dialog: dialog({ symbol: 'ETHUSDT' }) }),
    })
    expect(view(tab.state()).remark).toBeNull()
    tab.happens(typed)
    tab.happens({ type: 'hide-remark' })
    expect(view(tab.state()).remark).toBeNull()
  })
})

test('drawing changes nothing: the same state is the same view', () => {
  const tab = play()
  tab.happens({ type: 'reading', reading: reading() })
  const state = Object.freeze(tab.state())
  expect(JSON.stringify(view(state))).toBe(JSON.stringify(view(state)))
})
