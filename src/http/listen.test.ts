import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { createTestContext } from '../../test/support/test-context.ts'
import { ConfigError } from '../errors.ts'
import { createHttpServer } from './create-http-server.ts'

test('a port that is taken is a wrong setting in one line, with the remedy', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const world = await createTestContext({ VORDER_PORT: String(port) })
  const server = await createHttpServer({ context: world.ctx, doors: [], webFolder: '/nowhere' })
  const failure = await server.listen().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ConfigError)
  expect((failure as ConfigError).problems).toEqual([
    `VORDER_PORT is "${port}" (VORDER_HOST "127.0.0.1"): another program listens there; stop it or choose another port`,
  ])
  await server.stop()
  await world.close()
  taken.close()
})
