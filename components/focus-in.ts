/** What has the focus in here, also within a closed root; `null`: nothing. */
export const focusIn = (element: Element | null): Element | null => {
  const root = element?.getRootNode() as Document | ShadowRoot | undefined
  const focused = root?.activeElement ?? null
  return element?.contains(focused) === true ? focused : null
}
