import { beforeEach, expect, test, vi } from 'vitest'
import { outbox } from '@/entrypoints/futures.content/outbox'

type Answer = { saved: boolean; life: string; full: boolean }
type Reply = Partial<Answer> | 'nothing' | 'error' | 'forgotten'

class Refusal extends Error {}

/** `refuses`: what never fits. */
const receiver = (replies: Reply[], { atOnce = 1, refuses = -1 } = {}) => {
  const heard: number[] = []
  const sinces: (string | null)[] = []
  const answered: Answer[] = []
  const post = outbox<number, Answer>({
    mayJoin: (items, next) => items.length < atOnce && items[0] < 100 === next < 100,
    send: (items, since) => {
      sinces.push(since)
      if (items.includes(refuses)) return Promise.reject(new Refusal('it does not fit'))
      heard.push(...items)
      const reply = replies.shift() ?? {}
      if (reply === 'error') return Promise.reject(new Error('gone'))
      if (reply === 'nothing') return Promise.resolve(undefined)
      if (reply === 'forgotten') return Promise.resolve({ forgotten: true })
      return Promise.resolve({ saved: true, life: 'one', full: false, ...reply })
    },
    onAnswer: (answer) => answered.push(answer),
    isUnsaved: ({ saved }) => !saved,
    isFull: ({ full }) => full,
    isRefusal: (fault) => fault instanceof Refusal,
  })
  return { post, heard, answered, sinces }
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

test.each(['nothing', 'error'] as const)(
  'an answer that is %s: it is sent again, and what follows after it',
  async (end) => {
    const { post, heard, answered } = receiver([end])
    await post([1, 2])
    expect(heard).toEqual([1])
    await post([])
    expect(heard).toEqual([1, 1, 2])
    expect(answered).toHaveLength(2)
    await post([])
    expect(heard).toHaveLength(3)
  },
)

test('what waits goes together, in order, as many as may go as one', async () => {
  const { post, heard, sinces } = receiver([], { atOnce: 3 })
  await post([1, 2, 3, 4, 5, 6, 7])
  expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(sinces).toHaveLength(3)
})

test('what may not go as one goes one after the other, in order', async () => {
  const { post, heard, sinces } = receiver([], { atOnce: 3 })
  await post([1, 2, 100, 3])
  expect(heard).toEqual([1, 2, 100, 3])
  expect(sinces).toHaveLength(3)
})

test('together and not answered: all of them again, with what came since', async () => {
  const { post, heard, sinces } = receiver(['nothing'], { atOnce: 10 })
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
  const unsaved = { saved: false, full: true }
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
  const { post, heard, sinces } = receiver(
    [{ saved: false }, { saved: false }, 'forgotten', { life: 'two' }],
    { atOnce: 2 },
  )
  await post([1])
  await post([2])
  await post([3])
  expect(heard).toEqual([1, 2, 3, 1, 2, 3])
  expect(sinces).toEqual([null, 'one', 'one', null, null])
})

test('what is refused is dropped, with a line, and nothing waits behind it', async () => {
  const warn = vi.spyOn(console, 'warn')
  const { post, heard } = receiver([], { atOnce: 3, refuses: 2 })
  await post([1, 2, 3, 4, 5])
  expect(heard).toEqual([1, 3, 4, 5])
  expect(warn).toHaveBeenCalledTimes(1)
  await post([6])
  expect(heard).toEqual([1, 3, 4, 5, 6])
})

test('of what cannot be sent for hours the latest two hundred stay', async () => {
  const { post, heard } = receiver([...Array.from({ length: 300 }, () => 'error' as const)])
  for (let item = 1; item <= 300; item += 1) await post([item])
  heard.length = 0
  await post([])
  expect(heard).toEqual(Array.from({ length: 200 }, (_, index) => 101 + index))
})
