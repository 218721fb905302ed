import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Ways of watching that are common in the field. */
export const overlays = ['whole-document', 'polling', 'polling-fast', 'per-mutation'] as const
export type Overlay = (typeof overlays)[number]

/** Puts one of the bench's own overlays into a folder, as an extension that a browser can load. */
export const buildOverlay = (overlay: Overlay): string => {
  const here = join(import.meta.dirname, 'overlays')
  const folder = join(import.meta.dirname, '..', '..', '..', '.output', 'bench', overlay)
  mkdirSync(folder, { recursive: true })
  for (const file of ['read-and-show.js', `${overlay}.js`]) {
    copyFileSync(join(here, file), join(folder, file))
  }
  const manifest = {
    manifest_version: 3,
    name: `bench: ${overlay}`,
    version: '1.0',
    content_scripts: [
      {
        matches: ['https://www.binance.com/*/futures/*'],
        js: ['read-and-show.js', `${overlay}.js`],
      },
    ],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}
