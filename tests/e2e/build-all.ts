import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildPracticeExchange } from '../practice-exchange/build.ts'

const root = join(import.meta.dirname, '..', '..')

/** Builds what the end-to-end tests run: the extension for one browser, and the practice exchange. */
export const buildFor = (browser: 'chrome' | 'firefox') => async (): Promise<void> => {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  execFileSync(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await buildPracticeExchange()
}
