import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'

export type TestBucket = { settings: Record<string, string>; stop(): Promise<void> }

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
  return {
    settings: {
      VORDER_FILES_BUCKET: 'vorder-files',
      VORDER_FILES_ENDPOINT: `http://127.0.0.1:${port}`,
      // The server's own pair, the same for everyone.
      VORDER_FILES_ACCESS_KEY_ID: 'S3RVER',
      VORDER_FILES_SECRET_ACCESS_KEY: 'S3RVER',
      VORDER_FILES_PATH_STYLE: 'yes',
    },
    async stop() {
      server.httpServer.closeAllConnections()
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
