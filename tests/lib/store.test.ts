import { describe, expect, test } from 'vitest'
import { createStore, type Step } from '@/lib/store'

type Happening = { type: 'add'; by: number } | { type: 'fail' }
type Effect = { twice: number }

/** A sum; what is added beyond 10 is added once more by an effect. */
const sum = (options: { now?: () => number; isEnded?: () => boolean } = {}) => {
  const drawn: number[] = []
  const times: number[] = []
  const store = createStore<number, Happening, Effect>({
    initial: 0,
    update: (before, event): Step<number, Effect> => {
      if (event.type === 'fail') throw new Error('broken')
      times.push(event.at)
      const effects = event.by > 10 ? [{ twice: event.by - 10 }] : []
      return { state: before + event.by, effects }
    },
    runner:
      (dispatch) =>
      ({ twice }) => {
        dispatch({ type: 'add', by: twice })
      },
    drawer: () => (state) => {
      drawn.push(state)
    },
    ...options,
  })
  return { ...store, drawn, times }
}

test('what comes of an effect is an event after it, and all of it is drawn once', () => {
  const { dispatch, state, drawn } = sum()
  dispatch({ type: 'add', by: 12 })
  expect(state()).toBe(14)
  expect(drawn).toEqual([14])
})

test('every event carries its time', () => {
  const { dispatch, times } = sum({ now: () => 1_000 })
  dispatch({ type: 'add', by: 1 })
  expect(times).toEqual([1_000])
})

test('a fault leaves the state as it was, and the loop running', () => {
  const { dispatch, state, drawn } = sum()
  dispatch({ type: 'add', by: 1 })
  expect(() => {
    dispatch({ type: 'fail' })
  }).toThrow('broken')
  dispatch({ type: 'add', by: 1 })
  expect(state()).toBe(2)
  expect(drawn).toEqual([1, 2])
})

describe('when the extension is gone', () => {
  test('nothing is updated and nothing is drawn', () => {
    const life = { isOver: false }
    const { dispatch, state, drawn } = sum({ isEnded: () => life.isOver })
    dispatch({ type: 'add', by: 1 })
    life.isOver = true
    dispatch({ type: 'add', by: 1 })
    expect(state()).toBe(1)
    expect(drawn).toEqual([1])
  })
})

test('drawing may dispatch as well: that is drawn next', () => {
  const drawn: number[] = []
  const store = createStore<number, { by: number }, never>({
    initial: 0,
    update: (before, { by }) => ({ state: before + by, effects: [] }),
    runner: () => () => undefined,
    drawer: (dispatch) => (state) => {
      drawn.push(state)
      if (state === 1) dispatch({ by: 5 })
    },
  })
  store.dispatch({ by: 1 })
  expect(drawn).toEqual([1, 6])
})
