import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stripeInvoice } from './event-body.ts'

export type FakeStripe = { port: number; stop(): Promise<void> }

/** The two calls of Stripe's API that a backfill of invoices makes: a list by cursor, and one customer. */
export async function startFakeStripe(count: { invoices: number; customers: number }): Promise<FakeStripe> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const customer = /^\/v1\/customers\/(\w+)$/.exec(url.pathname)?.[1]
    const answer = customer ? customerOf(customer) : invoicesAfter(url.searchParams, count)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function invoicesAfter(query: URLSearchParams, count: { invoices: number; customers: number }) {
  const after = query.get('starting_after')
  const first = after ? Number(after.slice('in_'.length)) + 1 : 0
  const last = Math.min(count.invoices, first + Number(query.get('limit') ?? 10))
  const data = Array.from({ length: last - first }, (_, at) => invoiceAt(first + at, count.customers))
  return { object: 'list', url: '/v1/invoices', has_more: last < count.invoices, data }
}

function invoiceAt(at: number, customers: number) {
  const created = 1_760_000_000 + at
  return stripeInvoice({ id: `in_${at}`, customerId: `cus_${at % customers}`, created, note: 'Onderhoud' })
}

function customerOf(id: string) {
  return {
    id,
    object: 'customer',
    created: 1_760_000_000,
    currency: 'eur',
    email: `info@${id}.example`,
    livemode: false,
    metadata: {},
    name: `Company ${id}`,
  }
}
