/** Languages of the interface, as BCP 47. */
export const interfaceLanguages = [
  'en',
  'zh-CN',
  'zh-TW',
  'ru',
  'uk',
  'tr',
  'vi',
  'es',
  'pt-BR',
  'fr',
  'id',
  'ko',
] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export const themes = ['auto', 'dark', 'light'] as const
export const palettes = ['usual', 'colour-vision'] as const
/** How much of the panel is shown. */
export const panelSizes = ['pill', 'normal', 'detailed'] as const
export type PanelSize = (typeof panelSizes)[number]

/** How the trader wants to see it. Nothing here changes what is counted or warned of. */
export type Appearance = {
  /** `auto`: as the page is; on our own pages as the system is. */
  theme: (typeof themes)[number]
  palette: (typeof palettes)[number]
  /** `auto`: the page's; on our own pages the browser's. */
  language: 'auto' | InterfaceLanguage
  size: PanelSize
  /** Amounts of money are not shown: prices and shares are. */
  hideAmounts: boolean
  hideWhenFlat: boolean
}

export const defaultAppearance: Appearance = {
  theme: 'auto',
  palette: 'usual',
  language: 'auto',
  size: 'normal',
  hideAmounts: false,
  hideWhenFlat: false,
}
