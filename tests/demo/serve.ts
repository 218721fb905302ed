import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export type FileServer = { url: string; port: number; close: () => Promise<void> }

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** A plain file server for one folder, on this machine only; `under`: the path that it is served from. */
export const serveFolder = async (
  folder: string,
  { under = '/', port = 0 } = {},
): Promise<FileServer> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const inside = pathname.startsWith(under)
      ? decodeURIComponent(pathname.slice(under.length))
      : ''
    const file = normalize(inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside)
    const isOurs = pathname.startsWith(under) && !file.startsWith('..')
    void (isOurs ? readFile(join(folder, file)) : Promise.reject(new Error('elsewhere'))).then(
      (body) => {
        const type = types[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
      },
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('not found'),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String(portOf(server))}${under}`,
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}
