import { expect } from 'vitest'
import type { CustomerFacts } from '../../src/customers/index.ts'
import type { TestApp } from './create-test-app.ts'

/** The parts of a customer that journeys look at, as the API gives them. */
export type SeenCustomer = {
  id: string
  number: string
  kind: string
  name: string
  email: string | null
  cc: string[]
  isLinked: boolean
  goneCause: string | null
  gone: { code: string; title: string; explanation: string } | null
  flags: string[]
  facts: CustomerFacts
  crmFacts: CustomerFacts | null
  pinnedFields: string[]
  origin: string
  externalId: string | null
  webUrl: string | null
  detailsReadAt: string | null
  invoiceCount: number
}

/** The customer that shows this name; that there is exactly one is asserted each time. */
export async function customerNamed(world: TestApp, name: string): Promise<SeenCustomer> {
  const { items } = await world.get(`/customers?q=${encodeURIComponent(name)}`)
  expect(items.map((row) => row.name)).toEqual([name])
  return customerById(world, String(items[0]?.id))
}

export function customerById(world: TestApp, id: string): Promise<SeenCustomer> {
  return world.get<SeenCustomer>(`/customers/${id}`)
}

/** How often Teamleader was asked what, without the calls that no customer is about. */
export function customerCalls(world: TestApp): Record<string, number> {
  const operations = world.teamleader.journal.requests().map(({ operation }) => operation)
  const counts: Record<string, number> = {}
  for (const operation of operations) {
    if (!/^(companies|contacts)\./.test(operation)) continue
    counts[operation] = (counts[operation] ?? 0) + 1
  }
  return counts
}
