import { describe, expect, test } from 'vitest'
import { view } from '@/entrypoints/futures.content/loop/view'
import { panelEnglish } from '@/lib/i18n'
import { defaultLimits } from '@/lib/rules/limits'
import { defaultAppearance } from '@/lib/rules/settings'
import { ledgerAfter, ofType, play, typesOf } from './play'
import { action, dialog, flat, NOON, order, otherTab, position, printed, reading } from './readings'

const near = position({ liquidationPrice: printed('59000.0'), stopLoss: { state: 'absent' } })
const safe = position({ liquidationPrice: printed('40000.0') })
const key = 'BTCUSDT:long:isolated'

/** The page is read again, and shows the same. */
const stands = (tab: ReturnType<typeof play>, after: number) =>
  tab.happens({ type: 'reading', reading: tab.state().reading }, after)

describe('a reading', () => {
  test('is judged, and reported to the ledger', () => {
    const tab = play()
    const effects = tab.happens({ type: 'reading', reading: reading() })
    expect(tab.state().model.status).toBe('ready')
    expect(ofType(effects, 'observe')).toEqual([{ type: 'observe', reading: reading(), at: NOON }])
  })

  test('that does not change is shown to the ledger again: it counts what it has seen twice', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: reading() })
    const [again] = ofType(stands(tab, 1), 'observe')
    expect(again).toEqual({ type: 'observe', reading: reading(), at: NOON + 1_000 })
  })

  test('stands until the next one; a row that was old grows older', () => {
    const tab = play()
    const old = position({ key: 'ETHUSDT:long:isolated', readAt: NOON - 20_000 })
    tab.happens({ type: 'reading', reading: reading([position(), old]) })
    tab.happens({ type: 'badge-unknown', because: 'asleep' }, 30)
    const ages = new Map(tab.state().model.positions.map(({ facts, age }) => [facts.key, age]))
    expect(ages).toEqual(
      new Map([
        [key, 0],
        ['ETHUSDT:long:isolated', 50_000],
      ]),
    )
  })

  test('bands remember the ones before', () => {
    const tab = play()
    const at = (liquidation: string) => {
      tab.happens({
        type: 'reading',
        reading: reading([position({ liquidationPrice: printed(liquidation) })]),
      })
      return tab.state().model.positions[0]?.evaluation.band
    }
    expect(at('54100.0')).toBe('caution')
    // A hair further than ten per cent: not calm yet.
    expect(at('53990.0')).toBe('caution')
    expect(at('48000.0')).toBe('calm')
  })
})

describe('what is dangerous', () => {
  test('is raised and read out once, when it comes up', () => {
    const tab = play()
    const alerts = (liquidation: string, after: number) =>
      ofType(
        tab.happens(
          {
            type: 'reading',
            reading: reading([{ ...near, liquidationPrice: printed(liquidation) }]),
          },
          after,
        ),
        'alert',
      ).map(({ alert }) => [alert.code, alert.title])
    expect(alerts('40000.0', 0)).toEqual([])
    expect(tab.state().announcement).toBeNull()
    const [first] = alerts('59000.0', 1)
    expect(first?.[0]).toBe('LIQUIDATION_NEAR')
    expect(first?.[1]).toMatch(/^BTCUSDT: /)
    expect(tab.state().announcement?.text).toBe(first?.[1])
    expect(alerts('59000.0', 1)).toEqual([])
    expect(alerts('40000.0', 10)).toEqual([])
    expect(alerts('59000.0', 60)).toEqual([])
    expect(alerts('40000.0', 1)).toEqual([])
    expect(alerts('59000.0', 200)).toHaveLength(1)
  })

  test('and nothing else is: what is only to be watched stays in the panel', () => {
    const tab = play()
    const effects = tab.happens({
      type: 'reading',
      reading: reading([position({ liquidationPrice: printed('54100.0') })]),
    })
    expect(tab.state().model.positions[0]?.evaluation.warnings[0]?.severity).toBe('caution')
    expect(ofType(effects, 'alert')).toEqual([])
    expect(tab.state().announcement).toBeNull()
  })

  test('is read out for a while, each time that it comes up, and in words that still hold', () => {
    const tab = play()
    const said = () => view(tab.state()).panel?.announcement
    const at = (liquidation: string, after: number) => {
      const row = { ...near, liquidationPrice: printed(liquidation) }
      tab.happens({ type: 'reading', reading: reading([row]) }, after)
    }
    at('59000.0', 1)
    const text = said()
    expect(text).toMatch(/^BTCUSDT: /)
    at('59000.0', 9)
    expect(said()).toBe(text)
    at('59000.0', 1)
    expect(said()).toBeNull()
    at('40000.0', 1)
    at('59000.0', 200)
    expect(said()).toBe(text)
    tab.happens({ type: 'hide-amounts', hide: true })
    expect(said()).toBeNull()
  })

  test('is in the words of the trader’s language', () => {
    const tab = play()
    const dictionary = { ...panelEnglish, 'warning.liquidation-near': 'ganz nah' }
    tab.happens({ type: 'appearance', appearance: { ...defaultAppearance, language: 'fr' } })
    tab.happens({ type: 'dictionary', language: 'fr', dictionary })
    expect(tab.state().wording.translation.language).toBe('fr')
    const [alert] = ofType(tab.happens({ type: 'reading', reading: reading([near]) }), 'alert')
    expect(alert?.alert.title).toContain('BTCUSDT')
  })
})

describe('the journal', () => {
  const codes = (effects: ReturnType<ReturnType<typeof play>['happens']>) =>
    ofType(effects, 'correct').flatMap(({ corrections }) =>
      corrections.map((note) => (note.says === 'noted' ? note.code : note.says)),
    )

  test('gets a warning when the episode begins, and not again', () => {
    const tab = play()
    expect(codes(tab.happens({ type: 'reading', reading: reading([near]) }))).toEqual([])
    expect(codes(tab.happens({ type: 'ledger', answer: ledgerAfter(0) }, 1))).toContain(
      'LIQUIDATION_NEAR',
    )
    expect(codes(tab.happens({ type: 'ledger', answer: ledgerAfter(0) }, 1))).toEqual([])
    expect(codes(tab.happens({ type: 'reading', reading: reading([near]) }, 1))).toEqual([])
  })

  test('gets all that come up together, in one message', () => {
    const tab = play()
    tab.happens({ type: 'ledger', answer: ledgerAfter(2) })
    const losing = position({
      leverage: printed('20'),
      markPrice: printed('59500.0'),
      unrealizedPnl: printed('-10.00'),
      liquidationPrice: printed('45000.0'),
    })
    const effects = tab.happens({ type: 'reading', reading: reading([losing]) })
    expect(ofType(effects, 'correct')).toHaveLength(1)
    expect(codes(effects)).toEqual(expect.arrayContaining(['MARGIN_ADDED_AGAIN', 'LEVERAGE_HIGH']))
  })

  test('of another episode of the same position gets them as well', () => {
    const tab = play()
    tab.happens({ type: 'ledger', answer: ledgerAfter(0) })
    tab.happens({ type: 'reading', reading: reading([near]) })
    const first = ledgerAfter(0)
    const next = Object.fromEntries(
      Object.entries(first.open).map(([name, episode]) => [
        name,
        { ...episode, id: `${name}@later` },
      ]),
    )
    const answer = { ...first, open: next }
    expect(codes(tab.happens({ type: 'ledger', answer }, 5))).toContain('LIQUIDATION_NEAR')
  })

  test('gets the trader’s correction, with its time', () => {
    const tab = play()
    const correction = { says: 'added-before', episode: 'x', additions: 2 } as const
    expect(tab.happens({ type: 'correction', correction }, 3)).toEqual([
      { type: 'correct', corrections: [{ ...correction, at: NOON + 3_000 }] },
    ])
  })
})

describe('the ledger', () => {
  test('reaches the panel by its answers only', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: reading() })
    expect(tab.state().model.positions[0]?.episode).toBeNull()
    tab.happens({ type: 'ledger', answer: { ...ledgerAfter(1), notice: 'full' } })
    expect(tab.state().model.positions[0]?.episode?.marginAdditions).toBe(1)
    expect(tab.state().notice).toBe('full')
  })

  test('that somebody else has written is asked for, if no answer comes by itself', () => {
    const tab = play()
    tab.happens({ type: 'ledger-written' })
    expect(typesOf(stands(tab, 1))).toContain('ask-ledger')
    tab.happens({ type: 'ledger', answer: ledgerAfter(0) })
    expect(typesOf(stands(tab, 1))).not.toContain('ask-ledger')
  })
})

describe('limits', () => {
  test('count at once', () => {
    const tab = play()
    tab.happens({ type: 'reading', reading: reading([position()]) })
    expect(tab.state().model.positions[0]?.evaluation.band).toBe('calm')
    tab.happens({ type: 'limits', limits: { ...defaultLimits, distanceCaution: '0.4' } })
    expect(tab.state().model.positions[0]?.evaluation.band).toBe('caution')
  })

  test('that wait count from their hour on, without anything else happening', () => {
    const wish = { limit: 'maxMarginAdditions', value: 5, due: NOON + 10_000 } as const
    const tab = play({ waiting: [wish] })
    stands(tab, 9)
    expect(tab.state().model.limits.maxMarginAdditions).toBe(defaultLimits.maxMarginAdditions)
    stands(tab, 1)
    expect(tab.state().model.limits.maxMarginAdditions).toBe(5)
  })
})

describe('the badge', () => {
  const at = (liquidation: string) => ({
    type: 'reading' as const,
    reading: reading([position({ liquidationPrice: printed(liquidation) })]),
  })
  const badges = (effects: ReturnType<ReturnType<typeof play>['happens']>) =>
    ofType(effects, 'badge').map(({ badge }) => badge?.text ?? null)

  test('another figure goes out now and then, the last of them for certain', () => {
    const tab = play()
    expect(badges(tab.happens(at('56000.0')))).toEqual(['6.6'])
    expect(badges(tab.happens(at('56100.0'), 0.5))).toEqual([])
    expect(badges(tab.happens(at('56160.0'), 0.5))).toEqual([])
    expect(badges(stands(tab, 1))).toEqual(['6.4'])
    expect(badges(stands(tab, 5))).toEqual([])
  })

  test('another band at once, and so does none', () => {
    const tab = play()
    tab.happens(at('56000.0'))
    expect(badges(tab.happens(at('59000.0'), 0.1))).toEqual(['1.6'])
    expect(badges(tab.happens({ type: 'reading', reading: flat }, 0.1))).toEqual([null])
  })

  test('of which nobody knows whether it arrived goes out again, after a tab’s sleep at once', () => {
    const tab = play()
    tab.happens(at('56000.0'))
    expect(badges(tab.happens({ type: 'badge-unknown', because: 'asleep' }, 0.1))).toEqual(['6.6'])
  })

  test('that nobody takes is sent again by a later reading, and not at once without end', () => {
    const tab = play()
    tab.happens(at('56000.0'))
    expect(badges(tab.happens({ type: 'badge-unknown', because: 'lost' }))).toEqual([])
    expect(badges(tab.happens(at('56000.0'), 1))).toEqual([])
    expect(badges(tab.happens(at('56000.0'), 1))).toEqual(['6.6'])
  })
})

describe('beside the Adjust Margin dialog', () => {
  const opened = () => {
    const tab = play()
    tab.happens({ type: 'ledger', answer: ledgerAfter(1) })
    tab.happens({ type: 'reading', reading: reading() })
    return tab
  }

  test('stands what an addition would mean, for as long as it is open', () => {
    const tab = opened()
    tab.happens({ type: 'action', action: action({ dialog: dialog() }), panel: null })
    expect(tab.state().decision.companion?.state).toBe('matched')
    tab.happens({ type: 'action', action: action(), panel: null })
    expect(tab.state().decision.companion).toBeNull()
  })

  test('beyond the limit the journal notes it, once for each dialog', () => {
    const tab = opened()
    const notes = (change: Parameters<typeof dialog>[0], after = 1) =>
      ofType(
        tab.happens(
          { type: 'action', action: action({ dialog: dialog(change) }), panel: null },
          after,
        ),
        'correct',
      ).flatMap(({ corrections }) => corrections)
    expect(notes({ amount: { missing: 'none' } })).toEqual([])
    expect(notes({})).toMatchObject([
      { says: 'noted', code: 'DECISION_PAUSE', figures: { number: 2, allowed: 1 } },
    ])
    expect(notes({ amount: printed('60') })).toEqual([])
    tab.happens({ type: 'action', action: action(), panel: null })
    expect(notes({})).toHaveLength(1)
  })
})

test('the remark on an order is hidden until the field was empty', () => {
  const tab = play()
  const typed = { type: 'action', action: action({ order: order() }), panel: null } as const
  const empty = {
    ...typed,
    action: action({ order: order({ size: { missing: 'none' } }) }),
  }
  tab.happens(typed)
  tab.happens({ type: 'hide-remark' })
  tab.happens(typed)
  expect(tab.state().decision.isRemarkHidden).toBe(true)
  tab.happens(empty)
  tab.happens(typed)
  expect(tab.state().decision.isRemarkHidden).toBe(false)
})

describe('what the trader chooses in the panel', () => {
  test('its size holds here and is stored for the other tabs', () => {
    const tab = play()
    const effects = tab.happens({ type: 'size', size: 'pill' })
    expect(tab.state().layout.appearance).toEqual({ ...defaultAppearance, size: 'pill' })
    // Nothing but what the panel changes: the popup may have changed the rest meanwhile.
    expect(ofType(effects, 'save-appearance')).toEqual([
      { type: 'save-appearance', appearance: { size: 'pill', hideAmounts: false } },
    ])
  })

  test('hidden amounts are hidden in every text at once', () => {
    const tab = play()
    tab.happens({ type: 'hide-amounts', hide: true })
    expect(tab.state().wording.translation.hidesAmounts).toBe(true)
  })

  test('a place is stored by the class of the window', () => {
    const tab = play()
    const place = { fromX: 'right', x: 12, fromY: 'top', y: 40 } as const
    expect(ofType(tab.happens({ type: 'move', place }), 'save-places')).toEqual([
      { type: 'save-places', places: { '5x3': place } },
    ])
  })

  test('a key that asks for the self-check unfolds the panel', () => {
    const tab = play({ appearance: { ...defaultAppearance, size: 'pill' } })
    expect(typesOf(tab.happens({ type: 'self-check-asked' }))).toContain('save-appearance')
    expect(tab.state().layout.appearance.size).toBe('normal')
    expect(tab.state().selfCheckAsked).toBe(1)
  })
})

describe('words', () => {
  test('that are here at the start are those of the first picture, and nobody asks for them again', () => {
    const tab = play({ words: { tags: ['ru-RU', 'en'], dictionary: panelEnglish } })
    expect(tab.state().wording.translation.language).toBe('ru')
    expect(tab.happens({ type: 'languages', tags: ['ru-RU', 'en'] })).toEqual([])
  })

  test('that are late are asked for', () => {
    const tab = play({ words: { tags: ['ru-RU', 'en'], dictionary: null } })
    expect(tab.state().wording.translation.language).toBe('en')
    expect(typesOf(tab.happens({ type: 'languages', tags: ['ru-RU', 'en'] }))).toEqual([
      'load-language',
    ])
  })

  test('the page’s language is loaded, and English shown until it is there', () => {
    const tab = play()
    expect(tab.happens({ type: 'languages', tags: ['ru-RU', 'en'] })).toEqual([
      { type: 'load-language', language: 'ru' },
    ])
    expect(tab.state().wording.translation.language).toBe('en')
    tab.happens({ type: 'dictionary', language: 'ru', dictionary: panelEnglish })
    expect(tab.state().wording.translation.language).toBe('ru')
  })

  test('an answer that comes too late is left; one that never came is asked for again', () => {
    const tab = play()
    tab.happens({ type: 'languages', tags: ['ru'] })
    tab.happens({ type: 'languages', tags: ['ko'] })
    tab.happens({ type: 'dictionary', language: 'ru', dictionary: panelEnglish })
    expect(tab.state().wording.translation.language).toBe('en')
    tab.happens({ type: 'dictionary', language: 'ko', dictionary: null })
    expect(typesOf(tab.happens({ type: 'languages', tags: ['ko'] }))).toEqual(['load-language'])
  })
})

test('a position that cannot be read for a moment does not raise its warnings anew', () => {
  const tab = play()
  tab.happens({ type: 'reading', reading: reading([near]) })
  tab.happens({ type: 'reading', reading: otherTab }, 1)
  expect(typesOf(tab.happens({ type: 'reading', reading: reading([near]) }, 1))).not.toContain(
    'alert',
  )
  tab.happens({ type: 'reading', reading: reading([safe]) }, 1)
})
