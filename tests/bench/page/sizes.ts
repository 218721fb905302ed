import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { leanLibraries } from '../../../bundling/libraries.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export type Size = { file: string; raw: number; gzip: number }

const sizeOf = (file: string, content: Buffer): Size => ({
  file,
  raw: content.length,
  gzip: gzipSync(content, { level: 9 }).length,
})

/** Scripts and styles of a build, as they are shipped. */
export const sizesOf = (folder: string): Size[] =>
  globSync('**/*.{js,css}', { cwd: folder })
    .sort()
    .map((file) => sizeOf(file, readFileSync(join(folder, file))))

/** What the content script stands on: the same libraries, used for nothing. */
const floorProgram = `
import { h, render } from 'preact'
import { useState } from 'preact/hooks'
import { Decimal } from 'decimal.js'
import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
const schema = v.variant('type', [
  v.object({ type: v.literal('a'), list: v.pipe(v.array(v.string()), v.maxLength(1)) }),
])
const App = () => h('p', null, String(useState(new Decimal('1'))[0]))
globalThis.floor = () => {
  render(h(App, null), document.body)
  return [browser, defineContentScript, v.safeParse(schema, {})]
}
`

/** An empty program on the same dependencies, minified in the same way. */
export const floorSize = async (): Promise<Size> => {
  const folder = join(root, '.output', 'bench', 'floor')
  mkdirSync(folder, { recursive: true })
  const entry = join(folder, 'floor.js')
  writeFileSync(entry, floorProgram)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: leanLibraries,
    resolve: { alias: { 'wxt/browser': 'webextension-polyfill' } },
    build: {
      outDir: join(folder, 'out'),
      emptyOutDir: true,
      lib: { entry, formats: ['iife'], name: 'floor', fileName: () => 'floor.js' },
    },
  })
  return sizeOf('floor', readFileSync(join(folder, 'out', 'floor.js')))
}
