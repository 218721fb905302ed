const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one]!)

type Attributes = Readonly<Record<string, string | number | undefined>>

const voids = new Set(['input', 'br', 'img'])

/** Markup of one element; children are markup, attributes are plain text. */
export const el = (tag: string, attributes: Attributes = {}, ...children: string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  return voids.has(tag) ? `<${tag}${written}>` : `<${tag}${written}>${children.join('')}</${tag}>`
}
