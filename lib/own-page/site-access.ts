import { browser } from 'wxt/browser'

/** The pages of our content script. Firefox lets its user take them away at any time. */
const origins = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? [])

/** Whether we may stand on the futures pages; and the question for it, to be asked within a click. */
export const siteAccess = {
  isGiven: (): Promise<boolean> => browser.permissions.contains({ origins: origins() }),
  ask: (): Promise<boolean> =>
    browser.permissions.request({ origins: origins() }).catch(() => false),
}
