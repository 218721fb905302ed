/**
 * Every selector that knows the exchange's page, each with the generation it was seen in and the
 * reason for its anchor. No hashed class, no order of cells: those were dead within two years each.
 */
export const selectors = {
  /** Tabs of every tab group. 2026, en and zh-CN: role and aria-selected are set. */
  tab: '[role="tab"]',
  /** The frame of one widget; 2021–2026, the longest-lived anchor of the page. */
  widget: '.react-grid-item',
  /** "Hide Other Symbols", 2026; the same control also stands in the order panes. */
  hideOtherSymbols: '[role="checkbox"][name="hideOtherSymbol"]',
  /** Dialogs, 2026. */
  dialog: '[role="dialog"]',
} as const
