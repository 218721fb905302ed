import type { BrowserPage, PanelNode } from './driver.ts'
import { PATIENCE, until } from './until.ts'

export type PanelField = { value: string | null; text: string; missing: string | null }
export type PanelWarning = { code: string; severity: string; title: string; text: string }
export type PanelPosition = {
  key: string
  band: string
  fields: Readonly<Record<string, PanelField>>
  warnings: readonly PanelWarning[]
  /** Rises of which the trader is asked whether they were additions. */
  questions: number
  text: string
}
export type PanelState = {
  /** `null`: there is no panel. */
  status: string | null
  statusText: string
  positions: readonly PanelPosition[]
  text: string
}

const walk = function* (node: PanelNode): Generator<PanelNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

export const findNode = (
  root: PanelNode,
  wanted: (node: PanelNode) => boolean,
): PanelNode | undefined => [...walk(root)].find(wanted)

const blocks = new Set([
  'div',
  'p',
  'li',
  'article',
  'section',
  'header',
  'footer',
  'dt',
  'dd',
  'h1',
  'h2',
  'button',
  'ul',
  'dl',
  'span',
  'summary',
  'details',
])

/** Text as it would be read aloud: elements apart, styles silent. */
export const textOf = (node: PanelNode): string => {
  const read = (at: PanelNode): string => {
    if (at.name === 'style' || at.attributes['aria-hidden'] === 'true') return ''
    const inner = at.text + at.children.map(read).join('')
    return blocks.has(at.name) ? ` ${inner} ` : inner
  }
  return read(node).replace(/\s+/g, ' ').trim()
}

const withAttribute = (root: PanelNode, name: string): PanelNode[] =>
  [...walk(root)].filter((node) => name in node.attributes)

const positionOf = (article: PanelNode): PanelPosition => ({
  key: article.attributes['data-position'] ?? '',
  band: article.attributes['data-band'] ?? '',
  fields: Object.fromEntries(
    withAttribute(article, 'data-field').map((node) => [
      node.attributes['data-field'] ?? '',
      {
        value: node.attributes['data-value'] ?? null,
        missing: node.attributes['data-missing'] ?? null,
        text: textOf(node),
      },
    ]),
  ),
  questions: withAttribute(article, 'data-question').length,
  warnings: withAttribute(article, 'data-warning').map((node) => ({
    code: node.attributes['data-warning'] ?? '',
    severity: node.attributes['data-severity'] ?? '',
    title: textOf(findNode(node, ({ name }) => name === 'strong') ?? node),
    text: textOf(node),
  })),
  text: textOf(article),
})

/** What the panel says, by the contract that tests of every kind rely on. */
export const panelState = (root: PanelNode | null): PanelState => {
  if (root === null) return { status: null, statusText: '', positions: [], text: '' }
  const status = findNode(root, ({ attributes }) => 'data-status' in attributes)
  return {
    status: status?.attributes['data-status'] ?? null,
    statusText: status === undefined ? '' : textOf(status),
    positions: withAttribute(root, 'data-position').map(positionOf),
    text: textOf(root),
  }
}

/** Waits until the panel is as wanted; says what it was instead, if it never is. */
export const waitForPanel = async (
  page: BrowserPage,
  title: string,
  wanted: (state: PanelState) => boolean,
  timeout = PATIENCE,
): Promise<PanelState> => {
  let state: PanelState | undefined
  return until(
    `${title}, in the panel`,
    async () => {
      state = panelState(await page.panel())
      return wanted(state) && state
    },
    { patience: timeout, instead: () => state },
  )
}

/** Clicks an element of the panel where a mouse would. */
export const clickInPanel = async (
  page: BrowserPage,
  wanted: (node: PanelNode) => boolean,
): Promise<void> => {
  const node = await until('an element of the panel', async () => {
    const root = await page.panel()
    return root && findNode(root, wanted)
  })
  // A panel that has just come up, or opened something, may still move.
  let before = ''
  const { x, y, width, height } = await until('an element that stands still', async () => {
    const box = await page.box(node)
    const isStill = JSON.stringify(box) === before
    before = JSON.stringify(box)
    return isStill ? box : null
  })
  await page.mouse.click(x + width / 2, y + height / 2)
}
