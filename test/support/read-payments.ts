import type { TestApp } from './create-test-app.ts'

/** A payment as the API gives it; the parts that journeys look at. */
export type SeenPayment = {
  id: string
  origin: 'hand' | 'crm'
  amount: { amountCents: number }
  paidOn: string | null
  revokedAt: string | null
  revokedCause: string | null
  matchedId: string | null
  recordedByName: string | null
  writeBack: { state: string; title: string; canRetry: boolean; detail: string | null } | null
}

export type SeenPayments = {
  items: SeenPayment[]
  statement: {
    total: { amountCents: number }
    credits: { number: string | null; amount: { amountCents: number } }[]
    paidInCrm: { amountCents: number }
    paidHere: { amountCents: number }
    open: { amountCents: number }
    overpaid: { amountCents: number }
    isOverpaid: boolean
  }
}

export function paymentsOf(world: TestApp, invoiceId: string): Promise<SeenPayments> {
  return world.get<SeenPayments>(`/invoices/${invoiceId}/payments`)
}

export function pay(world: TestApp, invoiceId: string, body: object = {}): Promise<SeenPayment> {
  return world.send<SeenPayment>('POST', `/api/v1/invoices/${invoiceId}/payments`, body)
}

export function revoke(world: TestApp, paymentId: string): Promise<SeenPayment> {
  return world.send<SeenPayment>('POST', `/api/v1/payments/${paymentId}/revoke`)
}

/** What Teamleader itself has on the invoice, in cents. */
export function paidThere(world: TestApp, externalId: string): number[] {
  const invoice = world.teamleader.control.invoices().find(({ id }) => id === externalId)
  return (invoice?.payments ?? []).map(({ amountCents }) => amountCents)
}

/** The calls of Teamleader that change something there, in order, since the sandbox started. */
export function writesThere(world: TestApp): string[] {
  const isWrite = /registerPayment|removePayment|\.(add|update|delete|create)/
  return world.teamleader.journal
    .requests()
    .map(({ operation }) => operation)
    .filter((operation) => isWrite.test(operation))
}
