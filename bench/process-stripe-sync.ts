import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { StripeSync as Engine, runMigrations as Migrate } from '@supabase/stripe-sync-engine'
import { runProgram } from './child.ts'
import { stripeSecret } from './event-body.ts'
import { resourceUse } from './resource-use.ts'

type Setup = { databaseUrl: string; upstreamPort?: number }
type Settings = ConstructorParameters<typeof Engine>[0]

// NOTE: the ESM entry of 0.48.5 cannot run its migrations (it has no __dirname); its CommonJS entry can.
const fromHere = createRequire(import.meta.url)
const engineEntry = fromHere.resolve('@supabase/stripe-sync-engine')
const engine = fromHere(engineEntry) as { StripeSync: typeof Engine; runMigrations: typeof Migrate }

// Without a logger the engine swallows the reason of a failed migration.
const logger = {
  info() {},
  error: (...parts: unknown[]) =>
    process.stderr.write(`stripe-sync-engine: ${parts.map(String).join(' ')}\n`),
} as unknown as NonNullable<Settings['logger']>

/** The software reference: the same job for Stripe, behind a wrapper as thin as can be. */
runProgram<Setup>({
  async start({ databaseUrl, upstreamPort }) {
    await engine.runMigrations({ databaseUrl, schema: 'stripe', logger })
    const sync = new engine.StripeSync({
      schema: 'stripe',
      poolConfig: { connectionString: databaseUrl, max: 10 },
      stripeSecretKey: 'sk_test_benchmark',
      stripeWebhookSecret: stripeSecret,
      backfillRelatedEntities: upstreamPort !== undefined,
      logger,
    })
    if (upstreamPort !== undefined) pointAt(sync, upstreamPort)
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const signature = String(request.headers['stripe-signature'] ?? '')
        sync.processWebhook(Buffer.concat(chunks), signature).then(
          () => response.writeHead(200).end('{"received":true}'),
          (error: unknown) => response.writeHead(400).end(String(error)),
        )
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return {
      ready: { url: `http://127.0.0.1:${port}/` },
      answer: (question: { backfill?: true }) => answer(sync, question),
      async stop() {
        server.closeAllConnections()
        server.close()
        await sync.postgresClient.close()
      },
    }
  },
})

async function answer(sync: Engine, question: { backfill?: true }) {
  const startedAt = performance.now()
  const done = question.backfill ? await sync.syncBackfill({ object: 'invoice' }) : undefined
  return {
    synced: done?.invoices?.synced ?? 0,
    seconds: (performance.now() - startedAt) / 1_000,
    ...resourceUse(),
  }
}

/** The engine has no setting for the address of Stripe: its client is replaced by one that has. */
function pointAt(sync: Engine, port: number): void {
  const Stripe = createRequire(engineEntry)('stripe') as new (
    key: string,
    options: object,
  ) => Engine['stripe']
  sync.stripe = new Stripe('sk_test_benchmark', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
  })
}
