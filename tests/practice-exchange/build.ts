import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
const root = join(here, '..', '..')
const out = join(root, '.output', 'practice-exchange')
const stamp = join(out, '.stamp')

const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of globSync('**/*.{ts,tsx,css,html}', { cwd: here }).sort()) {
    hash.update(file).update(readFileSync(join(here, file)))
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

/** Builds the page for production, unless nothing has changed. Returns the folder. */
export const buildPracticeExchange = async (): Promise<string> => {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return out
  await build({
    root: join(here, 'page'),
    base: '/practice-exchange/',
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      // Hashed class names are others in every build.
      __BUILD__: JSON.stringify(now.slice(0, 12)),
    },
    // A test runner sets NODE_ENV, which would bring the development runtime.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: { outDir: out, emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  })
  writeFileSync(stamp, now)
  return out
}
