import { beforeEach, expect, test, vi } from 'vitest'
import { type Report, reportSender } from '@/entrypoints/futures.content/report-sender'
import { RefusedMessage } from '@/lib/messages'
import { MOST_OBSERVATIONS } from '@/lib/requests'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import { observation } from '../../lib/ledger/observed'

type Reply = Partial<LedgerAnswer> | 'nothing' | 'error' | 'forgotten'

/** Below 100 an observation, else a correction. */
const reportOf = (number: number): Report =>
  number < 100
    ? { observation: observation({ at: number, sequence: number }) }
    : { correction: { says: 'take-back', episode: 'one', at: 0, event: number } }

/** `refuses`: the observation that never fits. */
const receiver = (replies: Reply[], { refuses = -1 } = {}) => {
  const heard: number[] = []
  const sinces: (string | null)[] = []
  const answered: LedgerAnswer[] = []
  const send = reportSender({
    send: (request) => {
      sinces.push(request.since)
      const numbers =
        request.type === 'observe'
          ? request.observations.map(({ sequence }) => sequence)
          : request.corrections.flatMap((each) => ('event' in each ? [each.event] : []))
      if (numbers.includes(refuses)) return Promise.reject(new RefusedMessage('here'))
      heard.push(...numbers)
      const reply = replies.shift() ?? {}
      if (reply === 'error') return Promise.reject(new Error('gone'))
      if (reply === 'nothing') return Promise.resolve(undefined)
      if (reply === 'forgotten') return Promise.resolve({ forgotten: true, life: 'two' })
      const whole = { open: {}, closed: [], notice: null, saved: true, life: 'one' }
      return Promise.resolve({ ...whole, ...reply })
    },
    onAnswer: (answer) => answered.push(answer),
  })
  return { post: (numbers: number[]) => send(numbers.map(reportOf)), heard, answered, sinces }
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

test.each(['nothing', 'error'] as const)(
  'an answer that is %s: it is sent again, and what follows after it',
  async (end) => {
    const { post, heard, answered } = receiver([end])
    await post([1, 100])
    expect(heard).toEqual([1])
    await post([])
    expect(heard).toEqual([1, 1, 100])
    expect(answered).toHaveLength(2)
    await post([])
    expect(heard).toHaveLength(3)
  },
)

test('what waits goes together, in order, as many as one message takes', async () => {
  const { post, heard, sinces } = receiver([])
  const numbers = Array.from({ length: 2 * MOST_OBSERVATIONS + 1 }, (_, index) => index)
  await post(numbers)
  expect(heard).toEqual(numbers)
  expect(sinces).toHaveLength(3)
})

test('a correction goes after what was seen before it, and before what was seen after it', async () => {
  const { post, heard, sinces } = receiver([])
  await post([1, 2, 100, 101, 3])
  expect(heard).toEqual([1, 2, 100, 101, 3])
  expect(sinces).toHaveLength(3)
})

test('together and not answered: all of them again, with what came since', async () => {
  const { post, heard, sinces } = receiver(['nothing'])
  await post([1, 2])
  await post([3])
  expect(heard).toEqual([1, 2, 1, 2, 3])
  expect(sinces).toHaveLength(2)
})

test('what is not in storage is not sent again to the one who has it', async () => {
  const unsaved = { saved: false }
  const { post, heard, sinces } = receiver([unsaved, unsaved, {}])
  await post([1])
  await post([2])
  await post([3])
  await post([4])
  expect(heard).toEqual([1, 2, 3, 4])
  expect(sinces).toEqual([null, 'one', 'one', null])
})

test('prices that are not in storage yet are no reason to send again', async () => {
  const { post, heard } = receiver([{ saved: false }])
  await post([1])
  await post([])
  expect(heard).toEqual([1])
})

test('without room the last of it goes once more with nothing new: there may be some by now', async () => {
  const unsaved = { saved: false, notice: 'full' } as const
  const { post, heard, sinces } = receiver([unsaved, unsaved, unsaved, {}])
  await post([1])
  await post([2])
  await post([])
  await post([])
  expect(heard).toEqual([1, 2, 2, 2])
  expect(sinces).toEqual([null, 'one', 'one', 'one'])
  await post([])
  expect(heard).toHaveLength(4)
})

test('another one who has forgotten it gets it first, in order, before what is new', async () => {
  const { post, heard, sinces } = receiver([
    { saved: false },
    { saved: false },
    'forgotten',
    { life: 'two' },
  ])
  await post([1])
  await post([2])
  await post([3])
  expect(heard).toEqual([1, 2, 3, 1, 2, 3])
  expect(sinces).toEqual([null, 'one', 'one', null])
})

test('what is refused is dropped, with a line, and nothing waits behind it', async () => {
  const warn = vi.spyOn(console, 'warn')
  const { post, heard } = receiver([], { refuses: 2 })
  await post([1, 2, 3, 4, 5])
  expect(heard).toEqual([1, 3, 4, 5])
  expect(warn).toHaveBeenCalledTimes(1)
  await post([6])
  expect(heard).toEqual([1, 3, 4, 5, 6])
})

test('of what cannot be sent for hours the latest two hundred stay', async () => {
  const { post, heard } = receiver([...Array.from({ length: 300 }, () => 'error' as const)])
  for (let number = 101; number <= 400; number += 1) await post([number])
  heard.length = 0
  await post([])
  expect(heard).toEqual(Array.from({ length: 200 }, (_, index) => 201 + index))
})
