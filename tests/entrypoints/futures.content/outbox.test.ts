import { expect, test } from 'vitest'
import { outbox } from '@/entrypoints/futures.content/outbox'

type Answer = { saved: boolean }

const receiver = (answers: (Answer | 'nothing' | 'error')[], atOnce = 1) => {
  const heard: number[] = []
  const answered: Answer[] = []
  let calls = 0
  const tell = outbox<number, Answer>({
    atOnce,
    send: (items) => {
      heard.push(...items)
      calls += 1
      const answer = answers.shift() ?? { saved: true }
      if (answer === 'error') return Promise.reject(new Error('gone'))
      return Promise.resolve(answer === 'nothing' ? undefined : answer)
    },
    onAnswer: (answer) => answered.push(answer),
    isUnsaved: ({ saved }) => !saved,
  })
  return { tell, heard, answered, calls: () => calls }
}

test.each(['nothing', 'error'] as const)(
  'an answer that is %s: it is said again, and what follows after it',
  async (end) => {
    const { tell, heard, answered } = receiver([end])
    await tell([1, 2])
    expect(heard).toEqual([1])
    await tell([])
    expect(heard).toEqual([1, 1, 2])
    expect(answered).toHaveLength(2)
    await tell([])
    expect(heard).toHaveLength(3)
  },
)

test('what could not be stored is said again with the next news, until it is stored', async () => {
  const { tell, heard } = receiver([{ saved: false }])
  await tell([1])
  await tell([])
  expect(heard).toEqual([1])
  await tell([2])
  expect(heard).toEqual([1, 1, 2])
  await tell([3])
  expect(heard).toEqual([1, 1, 2, 3])
})

test('what waits goes together, in order, as many as may go as one', async () => {
  const { tell, heard, calls } = receiver([], 3)
  await tell([1, 2, 3, 4, 5, 6, 7])
  expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(calls()).toBe(3)
})

test('together and not answered: all of them again, with what came since', async () => {
  const { tell, heard, calls } = receiver(['nothing'], 10)
  await tell([1, 2])
  await tell([3])
  expect(heard).toEqual([1, 2, 1, 2, 3])
  expect(calls()).toBe(2)
})
