import { createServer } from 'node:net'

/** Whether a server could listen there. Without a host: on every address, as a web server does. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The preferred port, or the next free ones after it, or any. */
export async function freePort(preferred: number, host?: string): Promise<number> {
  for (let port = preferred; port < preferred + 20; port += 1) {
    if (await isPortFree(port, host)) return port
  }
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
