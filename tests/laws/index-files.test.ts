import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** With more names than a screen shows, an index.ts hides what its folder is for. */
const MOST_NAMES = 25

/** Wider ones that still stand, and how wide they may be. The list, and each figure in it, only shrinks. */
const wide: Record<string, number> = {
  'lib/page': 41,
}

const namesOf = (file: string): number => {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), {
    languageVersion: ts.ScriptTarget.Latest,
  })
  return source.statements.filter(ts.isExportDeclaration).reduce((count, { exportClause }) => {
    // `export *`: nobody can say how many.
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return Infinity
    return count + exportClause.elements.length
  }, 0)
}

const indexFiles = globSync('{lib,components,entrypoints}/**/index.ts', { cwd: root }).map(
  (file) => [dirname(file), namesOf(file)] as const,
)

test('an index.ts exports about 25 names', () => {
  expect(indexFiles.length).toBeGreaterThan(5)
  const tooWide = indexFiles.filter(([folder, names]) => names > (wide[folder] ?? MOST_NAMES))
  expect(tooWide, 'Split the folder, or keep the name inside it.').toEqual([])
})

test('what has become narrow is struck off the list', () => {
  const narrow = Object.keys(wide).filter((folder) => {
    const names = indexFiles.find(([each]) => each === folder)?.[1] ?? 0
    return names <= MOST_NAMES
  })
  expect(narrow, 'Delete these lines from the list above.').toEqual([])
})
