import { type Plugin, runnerImport } from 'vite'
import type { Spelled } from '../lib/page/words/spellings'

/**
 * The words of the page, 2,000 texts in 19 languages: folded and in one string, without the names of the
 * words for each language. Nothing of it is left to do when a page starts but to split it.
 */
export const packedPageWords: Plugin = {
  name: 'packed-page-words',
  async load(id) {
    if (!id.endsWith('/lib/page/words/spellings.ts')) return null
    const load = async <T>(file: string): Promise<T> =>
      (await runnerImport<T>(file, { configFile: false, logLevel: 'error' })).module
    const { spelled } = await load<{ spelled: Spelled[] }>(id)
    const { pack } = await load<{ pack: (spelled: Spelled[]) => string }>(
      id.replace(/spellings\.ts$/, 'pack.ts'),
    )
    return `import { unpack } from './pack'\nexport const spelled = unpack(${JSON.stringify(pack(spelled))})`
  },
}
