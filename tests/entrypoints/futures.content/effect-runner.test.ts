import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { effectRunner } from '@/entrypoints/futures.content/effect-runner'
import type { Happening } from '@/entrypoints/futures.content/loop/event'
import { panelDictionary } from '@/lib/i18n'
import { placesItem } from '@/lib/storage'
import { flat, NOON, otherTab, reading } from './loop/readings'

const answer = { open: {}, closed: [], notice: null, saved: true, life: 'one' }
const correction = { says: 'added-before', episode: 'x', additions: 1, at: NOON } as const
const alert = {
  key: 'k',
  code: 'LIQUIDATION_NEAR',
  title: 't',
  detail: 'd',
} as const
const badge = {
  band: 'danger',
  tone: 'danger',
  text: '1.6',
  symbol: 'BTCUSDT',
  side: 'long',
} as const

/** A tab over a background that answers as it is told; `undefined`: it ends before it can. */
const tab = (answers: Record<string, unknown>) => {
  const heard: unknown[] = []
  const happened: Happening[] = []
  const sounds: number[] = []
  fakeBrowser.runtime.sendMessage = ((message: { type: string }) => {
    heard.push(message)
    const said = answers[message.type]
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said)
  }) as typeof fakeBrowser.runtime.sendMessage
  const run = effectRunner({ tab: 'a', sound: () => sounds.push(1) })((happening) => {
    happened.push(happening)
  })
  return { run, heard, happened, sounds }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  fakeBrowser.reset()
})

test('a reading is reported, and the answer is an event', async () => {
  const { run, heard, happened } = tab({ observe: answer })
  run({ type: 'observe', reading: reading(), at: NOON })
  await settled()
  expect(heard).toMatchObject([
    { type: 'observe', since: null, observations: [{ at: NOON, tab: 'a' }] },
  ])
  expect(happened).toEqual([{ type: 'ledger', answer }])
})

test('what says nothing of positions is not reported', async () => {
  const { run, heard } = tab({ observe: answer })
  run({ type: 'observe', reading: otherTab, at: NOON })
  await settled()
  expect(heard).toEqual([])
})

test('a correction that nobody acknowledged goes out again with the next reading', async () => {
  const answers: Record<string, unknown> = { correct: new Error('gone') }
  const { run, heard, happened } = tab(answers)
  run({ type: 'correct', corrections: [correction] })
  await settled()
  answers['correct'] = answer
  run({ type: 'observe', reading: { status: 'loading' }, at: NOON })
  await settled()
  const said = { type: 'correct', since: null, corrections: [correction] }
  expect(heard).toEqual([said, said])
  expect(happened).toEqual([{ type: 'ledger', answer }])
})

test('the ledger that is asked for is an event; a background that is away is none', async () => {
  const answers: Record<string, unknown> = { ledger: undefined }
  const { run, happened } = tab(answers)
  run({ type: 'ask-ledger' })
  await settled()
  expect(happened).toEqual([])
  answers['ledger'] = answer
  run({ type: 'ask-ledger' })
  await settled()
  expect(happened).toEqual([{ type: 'ledger', answer }])
})

test.each([
  [{ sound: true }, 1],
  [{ sound: false }, 0],
  [undefined, 0],
  [new Error('gone'), 0],
])('an alert that is answered with %j sounds %i times', async (said, times) => {
  const { run, sounds } = tab({ alert: said })
  run({ type: 'alert', alert })
  await settled()
  expect(sounds).toHaveLength(times)
})

test('a badge that does not arrive is an event', async () => {
  const { run, happened } = tab({ badge: new Error('gone') })
  run({ type: 'badge', badge, language: 'en' })
  await settled()
  expect(happened).toEqual([{ type: 'badge-unknown', because: 'lost' }])
})

test.each([
  [panelDictionary('ko'), true],
  [{ name: 'only one' }, false],
  [new Error('gone'), false],
])('words are an event, whole or not at all', async (said, whole) => {
  const { run, happened } = tab({ language: said })
  run({ type: 'load-language', language: 'ko' })
  await settled()
  expect(happened).toEqual([
    { type: 'dictionary', language: 'ko', dictionary: whole ? said : null },
  ])
})

test('what the trader chooses is stored: the appearance by its owner, the place from here', async () => {
  const { run, heard } = tab({})
  const appearance = { size: 'pill', hideAmounts: true } as const
  const places = { '5x3': { fromX: 'left', x: 1, fromY: 'top', y: 2 } } as const
  run({ type: 'save-appearance', appearance })
  run({ type: 'save-places', places })
  await vi.waitFor(async () => {
    expect((await placesItem.read()).value).toEqual(places)
  })
  expect(heard).toEqual([{ type: 'appearance', change: appearance }])
})

test('flat is reported as well', async () => {
  const { run, heard } = tab({ observe: answer })
  run({ type: 'observe', reading: flat, at: NOON })
  await settled()
  expect(heard).toMatchObject([{ observations: [{ complete: true, positions: [] }] }])
})
