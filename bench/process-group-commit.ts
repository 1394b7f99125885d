import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { runProgram } from './child.ts'
import { resourceUse } from './resource-use.ts'

type Waiting = { body: string; response: ServerResponse }

/** The sketch of a durable inbox: all requests that wait go into one table with one insert, on two connections. */
runProgram<{ databaseUrl: string }>({
  async start({ databaseUrl }) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    await pool.query('create table inbox (id bigint generated always as identity primary key, body jsonb)')
    const waiting: Waiting[] = []
    let running = 0

    async function store(): Promise<void> {
      running += 1
      while (waiting.length > 0) {
        const group = waiting.splice(0, 500)
        const bodies = `[${group.map(({ body }) => body).join()}]`
        await pool.query('insert into inbox (body) select jsonb_array_elements($1::jsonb)', [bodies])
        for (const { response } of group) response.writeHead(204).end()
      }
      running -= 1
    }

    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        waiting.push({ body: Buffer.concat(chunks).toString('utf8'), response })
        if (running < 2) void store()
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
        await pool.end()
      },
    }
  },
})
