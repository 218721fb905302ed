/** Of a tick box or a switch; `null`: drawn by a class alone. */
export const isTicked = (tick: Element): boolean | null => {
  const said = tick.getAttribute('aria-checked')
  if (said !== null) return said === 'true' ? true : said === 'false' ? false : null
  if (tick.nodeName === 'INPUT') return (tick as HTMLInputElement).checked
  const input = tick.querySelector<HTMLInputElement>('input[type="checkbox"]')
  return input === null ? null : input.checked
}
