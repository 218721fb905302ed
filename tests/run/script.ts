import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'

/** Runs a TypeScript file that imports the extension's own code: `node tests/run/script.ts <file>`. */
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which file?')
await runnerImport(resolve(file), {
  configFile: false,
  resolve: { alias: { '@': join(import.meta.dirname, '..', '..') } },
})
