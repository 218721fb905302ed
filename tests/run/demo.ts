import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { buildDemo } from '../demo/build.ts'
import { serveFolder } from '../demo/serve.ts'

/** `npm run demo`: builds the demo and serves it on this machine; `--only-build` leaves it at the folder. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'only-build': { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '..', '..')
const folder = await buildDemo()
console.log(
  `The demo is a folder of plain files: ${relative(root, folder)}. Any host can serve it, from any path.`,
)
if (!values['only-build']) {
  const { url } = await serveFolder(folder, { port: Number(values.port) })
  console.log(`Open it here: ${url}\nCtrl-C ends it.`)
}
