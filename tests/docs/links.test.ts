import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

const documents = [
  ...globSync('*.md', { cwd: root }),
  ...['docs', 'lib', 'tests'].flatMap((folder) =>
    globSync(`${folder}/**/*.md`, { cwd: root, exclude: (path) => path.includes('node_modules') }),
  ),
]

/** As GitHub makes them: "Check it yourself" is `#check-it-yourself`. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/`|[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))

/** Links and pictures of this project; what leads elsewhere isn't asked. */
const linksIn = (text: string): string[] =>
  [...text.replace(/```[^]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target))

const isBroken = (document: string, target: string): boolean => {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document : join(dirname(document), path)
  if (!existsSync(join(root, file))) return true
  return anchor !== undefined && !anchorsIn(readFileSync(join(root, file), 'utf8')).includes(anchor)
}

test('every link and every picture of every document is there', () => {
  const links = documents.flatMap((document) =>
    linksIn(readFileSync(join(root, document), 'utf8')).map((target) => ({ document, target })),
  )
  expect(links.length).toBeGreaterThan(30)
  expect(links.filter(({ document, target }) => isBroken(document, target))).toEqual([])
})

test('a file and a heading that are not there are noticed', () => {
  expect(isBroken('README.md', 'docs/pictures/none.png')).toBe(true)
  expect(isBroken('README.md', 'SECURITY.md#no-such-heading')).toBe(true)
  expect(isBroken('README.md', 'SECURITY.md#check-it-yourself')).toBe(false)
})
