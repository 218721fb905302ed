/**
 * Every selector that knows the exchange's page, each with the generation it was seen in and the
 * reason for its anchor. No hashed class, no order of cells: those were dead within two years each.
 */
export const selectors = {
  /** Tabs of every tab group. 2026, en and zh-CN: role and aria-selected are set. */
  tab: '[role="tab"]',
  /**
   * What a tab of the panel may be where there are no roles: 2022–23 `#tab-POSITIONS`, 2024
   * `#Positions----!!!` and `data-testid`. Words decide which of them is one.
   */
  tabBeforeRoles: '[id^="tab-"], [id*="---"], [data-testid]',
  /** The frame of one widget; 2021–2026, the longest-lived anchor of the page. */
  widget: '.react-grid-item',
  /** "Hide Other Symbols": an input in 2022, a role in 2026; it stands in the order panes as well. */
  hideOtherSymbols: '[name="hideOtherSymbol"]',
  /** The order form's size: 2026 `unitAmount-…`, seen; 2022 a name. Whatever form holds it is the form. */
  sizeInput: 'input[id^="unitAmount-"], input[name="unitAmount"]',
  priceInput: 'input[id^="limitPrice-"], input[name="limitPrice"]',
  /** A field of a form with its label and unit; 2026, seen. Before: a label around both. */
  formItem: '.bn-formItem, label, .order-form-field',
  /** LIMIT, MARKET, POST_ONLY, CONDITIONAL: 2026, seen. */
  orderType: '[role="tab"][data-tab-key][aria-selected="true"]',
  /** Open or close, hedge mode: 2026, seen. */
  orderAction: '#position-direction [role="tab"]',
  /** What is typed into; ticks, sliders and radio buttons are not. */
  textInput:
    'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]):not([type="hidden"])',
  tick: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
  choice: 'select',
  button: 'button, [role="button"], [data-bn-type="button"]',
  /** Dialogs, 2026; 2022–2024 before the role. */
  dialog: '[role="dialog"], dialog[open], .bn-modal-root, .modal',
} as const
