import * as v from 'valibot'
import { browser } from 'wxt/browser'

/** A contract's name, as the page prints it. */
export const symbol = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_]{1,40}$/u))

/** Who sends a message, as the browser says. */
export type Sender = {
  id?: string | undefined
  url?: string | undefined
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined
}

/** One of our own pages, and not a tab of the exchange. */
export const isOwnPage = ({ url }: Sender): boolean =>
  url?.startsWith(browser.runtime.getURL('/')) === true
