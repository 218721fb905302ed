import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

type Dictionary = Readonly<Record<string, string>>

const TEXTS = /\/(panel|pages)\.js\?texts$/

const sortedKeys = (dictionary: Dictionary): string[] => Object.keys(dictionary).toSorted()

const englishKeys = async (): Promise<Record<string, string[]>> => {
  const file = join(import.meta.dirname, '..', 'lib', 'i18n', 'en', 'index.ts')
  const { module } = await runnerImport<{ panelEnglish: Dictionary; pagesEnglish: Dictionary }>(
    file,
    { configFile: false, logLevel: 'error' },
  )
  return { panel: sortedKeys(module.panelEnglish), pages: sortedKeys(module.pagesEnglish) }
}

/**
 * `panel.json?texts`: the texts of a language without their keys, which are English's and a third of each
 * dictionary. They are in the order of the sorted keys; lib/i18n/texts.ts puts both together again.
 */
export const textsOfDictionaries = (): Plugin => {
  let english: ReturnType<typeof englishKeys> | null = null
  return {
    name: 'texts-of-dictionaries',
    // Before Vite's own: it takes what ends in .json for the file itself.
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.json?texts')) return null
      const file = await this.resolve(source.replace(/\?texts$/, ''), importer, { skipSelf: true })
      return file === null ? null : file.id.replace(/\.json$/, '.js?texts')
    },
    async load(id) {
      const part = TEXTS.exec(id)?.[1]
      if (part === undefined) return null
      const file = id.replace(/\.js\?texts$/, '.json')
      this.addWatchFile(file)
      const dictionary = JSON.parse(readFileSync(file, 'utf8')) as Dictionary
      const keys = sortedKeys(dictionary)
      english ??= englishKeys()
      if (keys.join() !== (await english)[part]?.join()) {
        throw new Error(`${file} has other keys than English`)
      }
      return `export default ${JSON.stringify(keys.map((key) => dictionary[key]))}`
    },
  }
}
