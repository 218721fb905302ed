const look = (element: Element): string =>
  [...element.classList]
    .map((name) => name.replace(/^css-.*/, 'css'))
    .sort()
    .join(' ') + String(element.children.length)

/**
 * The tab in front says so, or is the only one of its group that is drawn differently from all the
 * others. `null`: nothing tells.
 */
export const isTabInFront = (tab: Element, group: readonly Element[]): boolean | null => {
  const declared = tab.getAttribute('aria-selected')
  if (declared !== null) return declared === 'true'
  const looks = group.map(look)
  const odd = looks.filter((one) => looks.filter((other) => other === one).length === 1)
  if (new Set(looks).size !== 2 || odd.length !== 1 || group.length < 3) return null
  return look(tab) === odd[0]
}
