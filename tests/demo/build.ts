import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { buildPracticeExchange } from '../practice-exchange/build.ts'

const root = join(import.meta.dirname, '..', '..')

/** No connection anywhere, whatever host it lies on; the exchange's own components set styles. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; base-uri 'self'; form-action 'none'"
const policy = `<meta http-equiv="content-security-policy" content="${POLICY}">`

const rewrite = (file: string, change: (text: string) => string): void => {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

/** The first things in the head of a page. */
const begin = (html: string, ...lines: string[]): string =>
  html.replace(/<head>/i, `<head>\n    ${lines.join('\n    ')}`)

const buildExtension = (): string => {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs')
  execFileSync(process.execPath, [wxt, 'build'], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return join(root, '.output', 'chrome-mv3')
}

/**
 * The extension as it is packed, every script unchanged. Its pages name their files from the top of the extension,
 * which is a folder here; a page of the background, which is a worker otherwise, loads the same script.
 */
const addExtension = (built: string, out: string): Record<string, unknown> => {
  const extension = join(out, 'extension')
  cpSync(built, extension, { recursive: true })
  const script = (kind: string, up: string) =>
    `<script src="${up}frame.js" data-kind="${kind}" data-demo="${up}index.html"></script>`
  for (const file of globSync('*.html', { cwd: extension })) {
    rewrite(join(extension, file), (html) =>
      begin(html.replaceAll(/(src|href)="\//g, '$1="./'), policy, script('page', '../')),
    )
  }
  writeFileSync(
    join(out, 'background.html'),
    `<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8">\n    ${policy}\n    ${script('background', './')}\n    <script src="./extension/background.js"></script>\n  </head>\n</html>\n`,
  )
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >
}

/** The practice exchange as it is; its address is set before anything of it runs. */
const addExchange = (built: string, out: string): void => {
  const exchange = join(out, 'exchange')
  cpSync(built, exchange, { recursive: true })
  rewrite(join(exchange, 'index.html'), (html) =>
    begin(
      html.replaceAll('"/practice-exchange/', '"./'),
      policy,
      '<script src="../exchange.js"></script>',
    ),
  )
}

const addPage = (manifest: Record<string, unknown>, out: string): Promise<unknown> =>
  build({
    root: join(import.meta.dirname, 'page'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    define: { __MANIFEST__: JSON.stringify(manifest) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2024',
      modulePreload: { polyfill: false },
    },
    plugins: [{ name: 'policy', transformIndexHtml: (html) => begin(html, policy) }],
  })

type DemoOptions = {
  /** A build of the extension; without one, it is made. Each browser's will do. */
  built?: string
  out?: string
}

/** A folder that any host can serve from any path. Returns it. */
export const buildDemo = async (options: DemoOptions = {}): Promise<string> => {
  const { out = join(root, '.output', 'demo') } = options
  const built = options.built ?? buildExtension()
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const manifest = addExtension(built, out)
  addExchange(await buildPracticeExchange(), out)
  await addPage(manifest, out)
  return out
}
