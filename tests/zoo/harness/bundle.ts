import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..')
const zoo = join(root, 'tests', 'zoo', 'in-page', 'index.ts')

/** The reader and what asks it, as one script for the page. */
export const bundle = async (entry = zoo): Promise<string> => {
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve: { alias: { '@': root } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: {
        entry,
        formats: ['iife'],
        name: 'inPage',
      },
    },
  })
  const result = Array.isArray(results) ? results[0]! : results
  if (!('output' in result)) throw new Error('the reader was not bundled')
  const [chunk] = result.output
  return chunk.code
}
