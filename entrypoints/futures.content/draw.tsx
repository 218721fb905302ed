import { render } from 'preact'
import { MarginCompanion } from '@/components/decision/MarginCompanion'
import { OrderRemark } from '@/components/decision/OrderRemark'
import type { OnCorrect } from '@/components/card/CountCorrection'
import { Panel } from '@/components/panel/Panel'
import type { PanelFrame } from '@/components/panel/panel-frame'
import type { SelfCheckApi } from '@/components/menu/self-check-view'
import { PanelContext } from '@/components/panel-context'
import { TranslationContext } from '@/components/translation-context'
import { type Dispatch, saying } from '@/lib/store'
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
  const on = saying(dispatch)
  const frame: Pick<PanelFrame, 'onSize' | 'onMove' | 'onHideAmounts'> = {
    onSize: on((size) => ({ type: 'size', size })),
    onMove: on((place) => ({ type: 'move', place })),
    onHideAmounts: on((hide) => ({ type: 'hide-amounts', hide })),
  }
  const onCorrect: OnCorrect = on((correction) => ({ type: 'correction', correction }))
  const remarkHandlers: Pick<Parameters<typeof OrderRemark>[0], 'onHide' | 'onMove'> = {
    onHide: on(() => ({ type: 'hide-remark' })),
    onMove: on((place) => ({ type: 'move-remark', place })),
  }

  return ({ theme, palette, translation, panel, companion, remark, ...memory }: View): void => {
    mount.dress({ theme, palette, language: translation.language })
    render(
      panel === null ? null : (
        <TranslationContext.Provider value={translation}>
          <PanelContext.Provider value={{ ...memory, onCorrect }}>
            <Panel {...panel} selfCheck={selfCheck} frame={{ ...panel.frame, ...frame }} />
          </PanelContext.Provider>
        </TranslationContext.Provider>
      ),
      mount.root,
    )
    render(
      companion === null && remark === null ? null : (
        <TranslationContext.Provider value={translation}>
          {companion !== null && <MarginCompanion {...companion} />}
          {remark !== null && <OrderRemark {...remark} {...remarkHandlers} />}
        </TranslationContext.Provider>
      ),
      mount.companions,
    )
  }
}
