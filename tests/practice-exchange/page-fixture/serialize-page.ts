/**
 * The page as markup that can be replayed without layout. Every element that has a place carries it
 * as `data-box="x,y,width,height"`; of the styles only those stay by which something is out of
 * sight. Text nodes that stand side by side are kept apart by a comment; line breaks stand inside
 * tags, so that no text is added. Runs in the browser: it must not lean on anything outside itself.
 */
export const serializePage = (): string => {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;')
  const empty = new Set(['INPUT', 'BR', 'IMG', 'HR'])
  const isReplaced = (element: Element) =>
    element instanceof SVGElement || empty.has(element.tagName)

  const box = (element: Element): string | null => {
    if (element.getClientRects().length === 0) return null
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x, y, width, height].map((value) => Math.round(value)).join(',')
  }

  const hiding = (element: Element): string => {
    const own = getComputedStyle(element)
    const above = element.parentElement === null ? null : getComputedStyle(element.parentElement)
    return [
      own.display === 'none' ? 'display:none' : '',
      own.visibility !== (above?.visibility ?? 'visible') ? `visibility:${own.visibility}` : '',
      own.opacity === '0' ? 'opacity:0' : '',
      own.overflow === 'visible' || isReplaced(element) ? '' : `overflow:${own.overflow}`,
    ]
      .filter((rule) => rule !== '')
      .join(';')
  }

  const attributesOf = (element: Element): string => {
    const drawn = element instanceof SVGElement
    const own = [...element.attributes]
      .filter(({ name }) => name !== 'style' && (!drawn || /^(?:class|role|aria-)/.test(name)))
      .map(({ name, value }): readonly [string, string] => [name, value])
    if (element instanceof HTMLInputElement && element.checked) own.push(['checked', ''])
    const style = hiding(element)
    if (style !== '') own.push(['style', style])
    const place = box(element)
    if (place !== null) own.push(['data-box', place])
    return [...new Map(own)]
      .map(([name, value]) =>
        value === '' ? ` ${name}` : ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`,
      )
      .join('')
  }

  const childrenOf = (element: Element): string =>
    [...element.childNodes]
      .map((node, index, all) => {
        if (node instanceof Element) return markup(node)
        if (!(node instanceof Text)) return ''
        return `${all[index - 1] instanceof Text ? '<!-- -->' : ''}${escaped(node.data)}`
      })
      .join('')

  const markup = (element: Element): string => {
    const name = element.tagName.toLowerCase()
    const start = `<${name}${attributesOf(element)}`
    if (empty.has(element.tagName)) return `${start}>`
    const inside = element instanceof SVGElement ? '' : childrenOf(element)
    // A line for each element that holds several: a cell is read at a glance, a change is small.
    const lineBreak = element.childElementCount > 1 && !(element instanceof SVGElement) ? '\n' : ''
    return `${start}${lineBreak}>${inside}</${name}${lineBreak}>`
  }
  const { title, body, documentElement: root } = document
  const start = `<html lang="${root.lang}" data-box="${box(root) ?? ''}">`
  const head = `<head><title>${escaped(title)}</title></head>`
  return `<!doctype html>\n${start}\n${head}\n<body data-box="${box(body) ?? ''}"\n>${[...body.children].map(markup).join('')}</body>\n</html>\n`
}
