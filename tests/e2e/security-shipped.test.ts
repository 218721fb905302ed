import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, inject, test } from 'vitest'

const browser = inject('browser')
/** What the browser is given, as it was built. */
const folder = join(
  import.meta.dirname,
  '..',
  '..',
  '.output',
  browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3',
)
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Each of these reaches the network, runs text as code, makes markup of text, or keeps things in the page. */
const forbidden = new Set([
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'sendBeacon',
  'importScripts',
  'serviceWorker',
  'Worker',
  'SharedWorker',
  'Image',
  'eval',
  'Function',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseFromString',
  'createContextualFragment',
  'localStorage',
  'sessionStorage',
  'cookie',
  'postMessage',
  'executeScript',
])

/** What a dependency has of these, and why it is harmless. Nothing else is let through. */
const harmless: Readonly<Record<string, string>> = {
  'Function.call': 'valibot asks an object for a property of its own',
  'window.postMessage': 'WXT would tell the page of a start; switched off in the content script',
}

/** Words that a page of ours loads when its language is chosen: a file of the package, named in full. */
const languageFile = /^\.\/(?:panel|pages)-[\w-]{8}\.js$/

/** Names and properties that a script uses; keys of objects are words, not uses. */
const usesOf = (source: string): string[] => {
  const file = ts.createSourceFile('shipped.js', source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const name = ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : null
    const { parent } = node
    if (name !== null && forbidden.has(name)) {
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node
      const use = ts.isPropertyAccessExpression(parent) ? parent.getText() : name
      if (!isKey && harmless[use] === undefined) found.push(use)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments
      const language =
        from !== undefined && ts.isStringLiteralLike(from) && languageFile.test(from.text)
      if (!language) found.push(node.getText())
    }
    // A timer that is given text runs it.
    if (
      ts.isCallExpression(node) &&
      /^(?:\w+\.)?set(?:Timeout|Interval)$/.test(node.expression.getText())
    ) {
      const [first] = node.arguments
      if (first !== undefined && ts.isStringLiteralLike(first)) found.push(node.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const atEachHome = (paths: readonly string[], what: string): Record<string, string> =>
  Object.fromEntries(
    ['www', 'demo'].flatMap((name) =>
      paths.map((path) => [
        `https://${name}.binance.com/${path}`,
        `a pattern: where the content script ${what}`,
      ]),
    ),
  )

/** Every address that is written in what ships, and why it is there. */
const addresses: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/svg': 'the name of a namespace',
  'http://www.w3.org/1998/Math/MathML': 'the name of a namespace',
  'http://www.w3.org/1999/xhtml': 'the name of a namespace',
  ...atEachHome(['*/delivery/*', '*/futures/*', 'delivery/*', 'futures/*'], 'is at home'),
  ...atEachHome(['*my/wallet/*', '*copy-trading/*'], 'is not'),
  'https://www.binance.com/en/support/faq/ad7fd07f63a64954a6d6e9257d16adcc':
    'a link to the exchange’s own cooling-off period, which only a click follows',
  'https://github.com/wxt-dev/wxt/issues/371': 'in the text of an error of WXT',
  'https://wxt.dev/guide/go-further/testing.html': 'in the text of an error of WXT',
}

describe(`the shipped code for ${browser}`, () => {
  const scripts = globSync('**/*.js', { cwd: folder })
  const texts = globSync('**/*.{js,css,html,json,svg}', { cwd: folder })

  test('there is some', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(3)
    expect(texts.length).toBeGreaterThan(scripts.length)
  })

  test('it has no way to the network, runs no text, and makes no markup of text', () => {
    for (const file of scripts) expect(usesOf(read(file)), file).toEqual([])
  })

  test('it names no address but those that are explained', () => {
    for (const file of texts) {
      const named = read(file).match(/\b(?:https?|wss?|ftp):\/\/[^\s"'`\\)<>]+/g) ?? []
      const unknown = named.filter(
        (address) => addresses[address.replace(/[.,]$/, '')] === undefined,
      )
      expect(unknown, file).toEqual([])
      expect(read(file).match(/["'`(]\/\/[a-z0-9-]+\.[a-z]/gi), file).toBeNull()
    }
  })

  test('our pages have scripts and styles in files of ours only', () => {
    for (const file of globSync('**/*.html', { cwd: folder })) {
      const html = read(file)
      expect(html, file).not.toMatch(/<script(?![^>]*\ssrc="\/)/)
      expect(html, file).not.toMatch(/<style|\son\w+=|\sstyle=|<iframe|<base|<object|<embed/)
      for (const [, to] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(to).toMatch(/^\/\w/)
    }
  })

  test('no map, no source and no test is in it', () => {
    const strays = globSync('**/*', { cwd: folder }).filter((file) =>
      /\.(?:map|tsx?|test\.js)$|fixture|practice/.test(file),
    )
    expect(strays).toEqual([])
  })
})

describe('the check itself', () => {
  test.each([
    'fetch("a")',
    'self.fetch("a")',
    'globalThis["fetch"]("a")',
    'const{fetch:f}=self;f("a")',
    'new WebSocket(a)',
    'navigator.sendBeacon(a)',
    'const g=eval;g(a)',
    'new Function(a)',
    'Function.prototype.constructor(a)',
    'e.innerHTML=a',
    'import("a")',
    'import(a)',
    'import("https://example.org/panel-01234567.js")',
    'import("./../panel-01234567.js")',
    'setTimeout("a",1)',
    'new Image().src=a',
  ])('it finds %s', (code) => {
    expect(usesOf(code)).not.toEqual([])
  })

  test.each([
    '({ eval: { minArgs: 1 } })',
    'Function.call.bind(a)',
    'setTimeout(a, 1)',
    '"a fetch"',
  ])('it lets %s pass', (code) => {
    expect(usesOf(code)).toEqual([])
  })
})
