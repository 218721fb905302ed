import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserPage, ExtensionPage, PanelNode } from './driver.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, one line for each element. */
export type Violations = readonly string[]

const options = { resultTypes: ['violations'] }

/** Runs where axe is; `where`: a selector, or the whole document. */
const audit = (where: string | null): string => `(async () => {
  const found = await axe.run(${where === null ? 'document' : JSON.stringify(where)}, ${JSON.stringify(options)})
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ': ' + node.target.flat().join(' ') + ' — ' + (node.failureSummary ?? '').replace(/\\s+/g, ' ') + ' ' + node.html.slice(0, 160)),
  )
})()`

/** A page of the extension's own. */
export const violationsOf = async (page: ExtensionPage): Promise<Violations> => {
  await page.evaluate(`(() => { if (!globalThis.axe) { ${source} } return 0 })()`)
  return page.evaluate<Violations>(audit(null))
}

type Plain = Pick<PanelNode, 'name' | 'attributes' | 'text'> & { children: readonly Plain[] }

const plain = ({ name, attributes, text, children }: PanelNode): Plain => ({
  name,
  attributes,
  text,
  children: children.map(plain),
})

/**
 * Nobody looks into a closed shadow root, axe no more than the page. So the panel as the browser has it
 * is built once more, in an open one, in a document with nothing else in it.
 */
export const violationsInPanel = async (
  stage: BrowserPage,
  panel: PanelNode,
): Promise<Violations> => {
  await stage.evaluate((tree: Plain) => {
    const build = (node: Plain, parent: Node, svg: boolean): void => {
      if (node.name === '') {
        // A text, or the shadow root itself.
        if (node.text !== '') parent.appendChild(document.createTextNode(node.text))
        for (const child of node.children) build(child, parent, svg)
        return
      }
      const drawn = svg || node.name === 'svg'
      const element = drawn
        ? document.createElementNS('http://www.w3.org/2000/svg', node.name)
        : document.createElement(node.name)
      for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value)
      parent.appendChild(element)
      for (const child of node.children) build(child, element, drawn)
    }
    document.body.replaceChildren()
    document.title = 'The panel'
    const host = document.createElement('main')
    host.style.setProperty('--margin-brake-shown', 'block')
    document.body.append(host)
    const root = host.attachShadow({ mode: 'open' })
    for (const child of tree.children) build(child, root, false)
  }, plain(panel))
  await stage.run(`(() => { if (!globalThis.axe) { ${source} } return 0 })()`)
  return (await stage.run(audit('main'))) as Violations
}
