import type { z } from 'zod'
import { moneyToDecimal } from '../../values/index.ts'
import type { CrmCredit, CrmCreditNote, CrmPaymentMethod, RegisterPayment } from '../crm-payment.ts'
import type { CrmSource } from '../source.ts'
import { creditNoteSchema, paymentMethodSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { findRecord } from './find-record.ts'
import { filterIgnored, listAll, listByIds } from './list-all.ts'
import { readDay, readMoney, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

type PaymentWriter = Pick<
  CrmSource,
  'registerPayment' | 'removePayments' | 'listPaymentMethods' | 'findCreditNotes' | 'listCredits'
>

/** Registers payments, and reads what belongs to them. Teamleader gives a payment no id of its own. */
export function createPaymentWriter(client: TeamleaderClient): PaymentWriter {
  return {
    async registerPayment(payment) {
      await client.call('invoices.registerPayment', wirePayment(payment))
    },
    async removePayments(externalId) {
      await client.call('invoices.removePayments', { id: externalId })
    },
    async listPaymentMethods() {
      const rows = await listAll(client, 'paymentMethods.list', { filter: { status: ['active'] } })
      const { items } = readRows(rows, paymentMethodSchema, (row) => row)
      return items.filter(({ status }) => status !== 'archived').map(mapMethod)
    },
    findCreditNotes: (externalIds) => findCreditNotes(client, onlyTeamleaderIds(externalIds)),
    async listCredits(externalId) {
      if (onlyTeamleaderIds([externalId]).length === 0) return []
      const rows = await listAll(client, 'creditNotes.list', { filter: { invoice_id: externalId } })
      return readRows(rows, creditNoteSchema, (row): CrmCredit => {
        if (row.invoice?.id !== externalId) throw filterIgnored('creditNotes.list', 'invoice_id')
        const amount = readMoney(row.total?.payable ?? row.total?.tax_inclusive ?? null, 'total.payable')
        return {
          externalId: row.id,
          number: row.credit_note_number,
          amount: { ...amount, amountCents: Math.abs(amount.amountCents) },
          creditedOn: readDay(row.credit_note_date),
        }
      }).items
    },
  }
}

/** One list call; and one look at the record of each that the list left out, because one just made can be missing there. */
async function findCreditNotes(client: TeamleaderClient, ids: readonly string[]): Promise<CrmCreditNote[]> {
  const rows = await listByIds(client, 'creditNotes.list', ids)
  const found = readRows(rows, creditNoteSchema, mapCreditNote).items
  const absent = ids.filter((id) => !found.some(({ externalId }) => externalId === id))
  for (const id of absent) {
    const data = await findRecord(client, 'creditNotes.info', id)
    // Described as a list of one; one object would be as good.
    const { items } = readRows(Array.isArray(data) ? data : [data], creditNoteSchema, mapCreditNote)
    found.push(...items.filter(({ externalId }) => externalId === id))
  }
  return found
}

function mapCreditNote(row: z.infer<typeof creditNoteSchema>): CrmCreditNote {
  return { externalId: row.id, invoiceExternalId: row.invoice?.id ?? null }
}

/** Amounts that we hold are below 10^13 (see readMoney): as a JSON number each keeps all its digits. */
function wirePayment({ externalId, amount, paidAt, methodExternalId }: RegisterPayment): object {
  return {
    id: externalId,
    payment: { amount: Number(moneyToDecimal(amount)), currency: amount.currency },
    // The description's own form: no fraction of a second.
    paid_at: paidAt.toISOString().replace(/\.\d+Z$/, '+00:00'),
    ...(methodExternalId !== null && { payment_method_id: methodExternalId }),
  }
}

function mapMethod(row: { id: string; name: string | null }): CrmPaymentMethod {
  return { externalId: row.id, name: row.name ?? '' }
}
