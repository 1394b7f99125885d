import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runProgram } from './child.ts'
import { resourceUse } from './resource-use.ts'

/** The reference that does nothing but read and parse the body: what Node's web server can do at all. */
runProgram({
  async start() {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        JSON.parse(Buffer.concat(chunks).toString('utf8'))
        response.writeHead(204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return {
      ready: { url: `http://127.0.0.1:${port}/` },
      answer: async () => resourceUse(),
      async stop() {
        server.closeAllConnections()
        server.close()
      },
    }
  },
})
