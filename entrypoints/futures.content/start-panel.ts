import { answerPopup } from '@/lib/tab-messages'
import { judgeLimits } from '@/lib/rules/panel'
import { makeReport, selfCheck } from '@/lib/page'
import { createStore } from '@/lib/store'
import { drawView } from './draw'
import { effectRunner } from './effect-runner'
import { readBeginning, watchSources } from './event-sources'
import { initialState } from './loop/state'
import { update } from './loop/update'
import { view } from './loop/view'
import type { Mount } from './mount-panel'
import { tabCheckOf } from './tab-check-of'

type StartOptions = {
  document: Document
  mount: Mount
  version: string
  private: boolean
  signal: AbortSignal
  /** The extension is gone, even if nobody has said so yet. */
  isEnded: () => boolean
}

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** Puts the loop together: what happens → update → effects and view. */
export const startPanel = async (options: StartOptions): Promise<void> => {
  const { document, mount, version, private: isPrivate, signal, isEnded } = options
  /** What the reader says of itself, for the panel and the popup. */
  const check = () => selfCheck(document, { now: Date.now() })
  const report = () => makeReport(document, { check: check(), version, random })
  const { beginning, ledger } = await readBeginning(document)
  const store = createStore({
    initial: initialState(beginning),
    update,
    runner: effectRunner({ tab: crypto.randomUUID() }),
    drawer: (dispatch) => {
      const draw = drawView({ mount, selfCheck: { check, report }, dispatch })
      return (state) => draw(view(state))
    },
    isEnded,
  })
  const positions = () => {
    const { reading } = store.state()
    return reading.status === 'positions' ? reading.positions : []
  }
  const stopAnswering = answerPopup({
    check: () => tabCheckOf(check(), store.state().model),
    judge: (wanted) => {
      const { reading, episodes } = store.state()
      return judgeLimits({ input: reading, episodes, now: Date.now() }, wanted)
    },
  })
  signal.addEventListener('abort', stopAnswering)
  const { root } = mount
  const { dispatch } = store
  store.together(() => {
    if (ledger !== null) dispatch({ type: 'ledger', answer: ledger })
    watchSources({ document, root, signal, private: isPrivate, positions, dispatch })
  })
}
