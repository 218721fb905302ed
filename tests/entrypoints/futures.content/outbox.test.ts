import { expect, test } from 'vitest'
import { outbox } from '@/entrypoints/futures.content/outbox'

type Answer = { saved: boolean }

const receiver = (answers: (Answer | 'nothing' | 'error')[]) => {
  const heard: number[] = []
  const answered: Answer[] = []
  const tell = outbox<number, Answer>({
    send: (item) => {
      heard.push(item)
      const answer = answers.shift() ?? { saved: true }
      if (answer === 'error') return Promise.reject(new Error('gone'))
      return Promise.resolve(answer === 'nothing' ? undefined : answer)
    },
    onAnswer: (answer) => answered.push(answer),
    isUnsaved: ({ saved }) => !saved,
  })
  return { tell, heard, answered }
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
