import { createServer } from 'node:http'

/**
 * `lose`: the work is done, the answer never arrives. `down`: 503, nothing is done. `kill`: the work is done and
 * `onAnswer` runs before the answer goes on.
 */
export type TokenTrouble = 'none' | 'lose' | 'down' | 'kill'

export type TokenProxy = {
  url: string
  trouble: TokenTrouble
  onAnswer: () => void
  close(): Promise<void>
}

/** Stands between Vorder and a token endpoint, to lose answers on the way. */
export async function startTokenProxy(target: string): Promise<TokenProxy> {
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (proxy.trouble === 'down') {
      answer.writeHead(503).end()
      return
    }
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const given = await fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) })
    const text = await given.text()
    if (proxy.trouble === 'kill') proxy.onAnswer()
    if (proxy.trouble === 'lose') answer.destroy()
    else answer.writeHead(given.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const proxy: TokenProxy = {
    url: `http://127.0.0.1:${port}/oauth2/access_token`,
    trouble: 'none',
    onAnswer: () => {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return proxy
}
