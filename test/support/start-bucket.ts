import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'

export type TestBucket = {
  settings: Record<string, string>
  /** While it is away it answers 503 to everything. */
  isAway(away: boolean): void
  /** The keys of what is kept. */
  keys(): string[]
  stop(): Promise<void>
}

/** A server that speaks S3, with one empty bucket, and the settings that lead to it. */
export async function startBucket(): Promise<TestBucket> {
  const directory = mkdtempSync(join(tmpdir(), 'vorder-bucket-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: 'vorder-files' }],
  })
  const { port } = await server.run()
  let away = false
  const [serve] = server.httpServer.listeners('request')
  server.httpServer.removeAllListeners('request')
  server.httpServer.on('request', (request, response) => {
    if (!away) return serve?.(request, response)
    request.resume()
    response.writeHead(503).end()
  })
  return {
    settings: {
      VORDER_FILES_BUCKET: 'vorder-files',
      VORDER_FILES_ENDPOINT: `http://127.0.0.1:${port}`,
      // The server's own pair, the same for everyone.
      VORDER_FILES_ACCESS_KEY_ID: 'S3RVER',
      VORDER_FILES_SECRET_ACCESS_KEY: 'S3RVER',
      VORDER_FILES_PATH_STYLE: 'yes',
    },
    isAway(value) {
      away = value
    },
    keys: () =>
      readdirSync(join(directory, 'vorder-files'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('._S3rver_object'))
        .map((path) => path.replace('._S3rver_object', '')),
    async stop() {
      server.httpServer.closeAllConnections()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
