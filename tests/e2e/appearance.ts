import type { Appearance } from '../../lib/rules/settings/appearance.ts'
import type { Driver, ExtensionPage } from './driver.ts'
import { until } from './until.ts'

/** The same in a page of ours that is open already: a new one costs a second of a slow machine. */
export const chooseIn = (own: ExtensionPage, chosen: Partial<Appearance>): Promise<void> =>
  own.evaluate(`(async () => {
    const { storage } = globalThis.browser ?? chrome
    const { appearance } = await storage.local.get('appearance')
    const value = { ...appearance?.value, ...${JSON.stringify(chosen)} }
    await storage.local.set({ appearance: { version: 1, value } })
  })()`)

/** Chooses how the extension looks and speaks, as the popup does. */
export const choose = async (driver: Driver, chosen: Partial<Appearance>): Promise<void> => {
  const popup = await driver.openExtensionPage('popup.html')
  await chooseIn(popup, chosen)
  await popup.close()
}

/** A page of ours once it is drawn, in the language that was chosen for it. */
export const openOwnPage = async (
  driver: Driver,
  file: 'popup' | 'journal' | 'options' | 'welcome',
): Promise<ExtensionPage> => {
  const page = await driver.openExtensionPage(`${file}.html`)
  const drawn =
    file === 'journal' ? 'main[data-state="ready"]' : file === 'popup' ? 'main form' : 'main.page'
  await until(`${file}, drawn`, () =>
    page.evaluate<boolean>(`document.querySelector('${drawn}') !== null`),
  )
  return page
}
