import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Stands between a browser and the world: notes who is asked for, by whatever part of the browser, and
 * lets nothing through.
 */
export const refusingProxy = async () => {
  const contacted: string[] = []
  const server = createServer((request, response) => {
    contacted.push(new URL(request.url ?? '', 'http://unknown.invalid').host)
    response.writeHead(403).end()
  })
  server.on('connect', ({ url }, socket) => {
    contacted.push((url ?? '').replace(/:443$/, ''))
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    contacted,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
