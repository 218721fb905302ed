/** `null`: drawn by a class alone. */
export const isTicked = (tick: Element): boolean | null => {
  const said = tick.getAttribute('aria-checked')
  if (said !== null) return said === 'true' ? true : said === 'false' ? false : null
  return tick.nodeName === 'INPUT' ? (tick as HTMLInputElement).checked : null
}
