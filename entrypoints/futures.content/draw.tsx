import { render } from 'preact'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import { OrderRemark } from '@/components/decision/OrderRemark'
import { Panel } from '@/components/Panel'
import type { SelfCheckApi } from '@/components/self-check-view'
import { TranslationContext } from '@/components/translation-context'
import type { Dispatch } from '@/lib/store'
import type { Happening } from './loop/event'
import type { View } from './loop/view'
import type { Mount } from './mount-panel'

type DrawOptions = {
  mount: Pick<Mount, 'root' | 'companions' | 'dress'>
  selfCheck: SelfCheckApi
  dispatch: Dispatch<Happening>
}

/** Puts a view into the closed root: the panel, and what stands next to a dialog or the order form. */
export const drawView = ({ mount, selfCheck, dispatch }: DrawOptions) => {
  const on = {
    size: (size: Extract<Happening, { type: 'size' }>['size']) => {
      dispatch({ type: 'size', size })
    },
    move: (place: Extract<Happening, { type: 'move' }>['place']) => {
      dispatch({ type: 'move', place })
    },
    hideAmounts: (hide: boolean) => {
      dispatch({ type: 'hide-amounts', hide })
    },
    correct: (correction: Extract<Happening, { type: 'correction' }>['correction']) => {
      dispatch({ type: 'correction', correction })
    },
    hideRemark: () => {
      dispatch({ type: 'hide-remark' })
    },
    moveRemark: (place: Extract<Happening, { type: 'move-remark' }>['place']) => {
      dispatch({ type: 'move-remark', place })
    },
  }

  return ({ theme, palette, translation, panel, companion, remark }: View): void => {
    mount.dress({ theme, palette, language: translation.language })
    render(
      panel === null ? null : (
        <TranslationContext.Provider value={translation}>
          <Panel
            {...panel}
            onCorrect={on.correct}
            selfCheck={selfCheck}
            frame={{
              ...panel.frame,
              onSize: on.size,
              onMove: on.move,
              onHideAmounts: on.hideAmounts,
            }}
          />
        </TranslationContext.Provider>
      ),
      mount.root,
    )
    render(
      companion === null && remark === null ? null : (
        <TranslationContext.Provider value={translation}>
          {companion !== null && <MarginCompanion {...companion} />}
          {remark !== null && (
            <OrderRemark {...remark} onHide={on.hideRemark} onMove={on.moveRemark} />
          )}
        </TranslationContext.Provider>
      ),
      mount.companions,
    )
  }
}
