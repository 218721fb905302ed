/** In these, stores show their readers pictures of their own; in other languages the English ones. */
export const pictureLanguages = ['zh-CN', 'ru'] as const

/**
 * What the three stores take, read in November 2026. The strictest of them counts, since one text serves all.
 *
 * Chrome Web Store: developer.chrome.com/docs/webstore/images, …/cws-dashboard-listing, manifest `name` and
 * `description`. Edge Add-ons: learn.microsoft.com/microsoft-edge/extensions/publish/publish-extension.
 * addons.mozilla.org: extensionworkshop.com/documentation/develop/create-an-appealing-listing.
 */
export const storeLimits = {
  /** Edge and Chrome: 45 letters; Firefox: 50. */
  nameLetters: 45,
  /** The manifest's description is Chrome's and Edge's summary. */
  manifestDescriptionLetters: 132,
  /** Firefox. */
  summaryLetters: 250,
  /** Edge takes none that is shorter, and none that is longer. */
  descriptionLetters: { least: 250, most: 10_000 },
  /** Chrome: at most five, of 1280 × 800 or 640 × 400; Edge: of 1280 × 800 or 640 × 480. */
  screenshots: { most: 5, width: 1280, height: 800 },
  tile: { width: 440, height: 280 },
  iconPixels: 128,
} as const
