/** The nodes that changed; "elsewhere": the watched element may have been moved, hidden or replaced. */
export type OnChange = (nodes: readonly Node[] | 'elsewhere') => void

const ATTRIBUTES = ['aria-selected', 'aria-checked', 'class', 'style', 'hidden']

/** Toasts, tooltips, open menus, our own panel: put into the body and taken out again all the time. */
const isBesideThePage = ({ type, target }: MutationRecord): boolean =>
  type === 'childList' && (target.nodeName === 'BODY' || target.nodeName === 'HTML')

/**
 * Observes one element and everything in it, and its ancestors with their children (not what is in
 * them) for the moment in which the page replaces, moves or hides it.
 */
export const watchSubtree = (onChange: OnChange) => {
  let watched: Element | null = null
  const inside = new MutationObserver((records) => {
    onChange(records.map(({ target }) => target))
  })
  const around = new MutationObserver((records) => {
    if (watched?.isConnected === true && records.every(isBesideThePage)) return
    onChange('elsewhere')
  })
  return {
    watch: (element: Element | null): void => {
      if (element === watched && (element === null || element.isConnected)) return
      inside.disconnect()
      around.disconnect()
      watched = element
      if (element === null) return
      inside.observe(element, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ATTRIBUTES,
      })
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        around.observe(at, { childList: true, attributeFilter: ATTRIBUTES })
      }
    },
  }
}
