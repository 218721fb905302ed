import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer | string }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** As strict as a careful site's: only its own scripts, and no connection anywhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const notFound: Answer = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'not found',
}

/** What the practice exchange answers to a request for the real address. */
export const answer = (folder: string, url: string): Answer => {
  const { pathname } = new URL(url)
  const asset = /^\/practice-exchange\/(.+)$/.exec(pathname)?.[1]
  const isPage = /^\/(?:[a-zA-Z-]+\/)?(?:my\/wallet\/)?(?:futures|delivery)(?:\/|$)/.test(pathname)
  const file = asset !== undefined ? normalize(asset) : isPage ? 'index.html' : null
  if (file === null || file.startsWith('..') || !existsSync(join(folder, file))) return notFound
  const headers: Record<string, string> = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  }
  if (file === 'index.html') headers['content-security-policy'] = POLICY
  return { status: 200, headers, body: readFileSync(join(folder, file)) }
}
