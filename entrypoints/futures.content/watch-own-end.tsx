import { render } from 'preact'
import { browser } from 'wxt/browser'
import type { ContentScriptContext } from 'wxt/utils/content-script-context'
import { EndedNotice } from '@/components/panel/EndedNotice'
import type { Mount } from './mount-panel'

/** An extension that is updated or switched off tells its tabs nothing: they look. */
const LOOK = 1_000

/**
 * Chrome leaves the script of an extension that is gone running, without storage and background: counts and
 * limits would stand still under figures that move. It gives way to a notice.
 */
export const watchOwnEnd = (ctx: ContentScriptContext, mount: Mount): void => {
  ctx.setInterval(() => undefined, LOOK)
  ctx.onInvalidated(() => {
    render(null, mount.companions)
    // Typed as always there; of a script whose extension is gone it is not.
    const { id } = browser.runtime as { id?: string }
    // A newer script of ours stands here by now.
    if (id !== undefined) mount.unmount()
    else render(<EndedNotice onClose={mount.unmount} />, mount.root)
  })
}
