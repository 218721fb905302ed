/** What an event makes of a state, and what there is to do because of it. */
export type Step<State, Effect> = { state: State; effects: readonly Effect[] }

/** With the moment at which it happened, milliseconds since the epoch. */
export type At<Happening> = Happening & { at: number }

export type Dispatch<Happening> = (happening: Happening) => void

/** A callback that says what has happened: `on((limits) => ({ type: 'limits', limits }))`. */
export const saying =
  <Happening>(dispatch: Dispatch<Happening>) =>
  <Given extends readonly unknown[]>(happening: (...given: Given) => Happening) =>
  (...given: Given): void =>
    dispatch(happening(...given))

type StoreOptions<State, Happening, Effect> = {
  initial: State
  /** Pure. */
  update: (state: State, event: At<Happening>) => Step<State, Effect>
  /** Does what an effect says. What comes of it is an event again. */
  runner: (dispatch: Dispatch<Happening>) => (effect: Effect) => void
  /** Shows the state, once for all events that come together. */
  drawer: (dispatch: Dispatch<Happening>) => (state: State) => void
  now?: () => number
  /** From then on nothing is updated, run or drawn. */
  isEnded?: () => boolean
}

/**
 * The loop of every page of ours: event → update → effects, then draw. Events that are dispatched
 * meanwhile wait for their turn, so an update always sees the state that the one before it left.
 */
export const createStore = <State, Happening extends object, Effect>({
  initial,
  update,
  runner,
  drawer,
  now = () => Date.now(),
  isEnded = () => false,
}: StoreOptions<State, Happening, Effect>) => {
  let state = initial
  let isBusy = false
  const waiting: At<Happening>[] = []

  const updateAll = (): void => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      const step = update(state, event)
      state = step.state
      step.effects.forEach(run)
    }
  }
  /**
   * All that is dispatched meanwhile is drawn once. Within an update or another `together`, the outer one
   * updates and draws what comes of it.
   */
  const together = (happen: () => void): void => {
    if (isBusy) {
      happen()
      return
    }
    isBusy = true
    try {
      happen()
      while (waiting.length > 0 && !isEnded()) {
        updateAll()
        draw(state)
      }
    } finally {
      isBusy = false
    }
  }
  const dispatch = (happening: Happening): void =>
    together(() => void waiting.push({ ...happening, at: now() }))
  const run = runner(dispatch)
  const draw = drawer(dispatch)
  return { dispatch, together, state: () => state }
}
