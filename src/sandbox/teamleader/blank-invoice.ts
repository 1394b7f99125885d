import { findCustomer } from './customer-moves.ts'
import { invoiceeOf } from './invoice-moves.ts'
import type { InvoiceRecord } from './records.ts'
import type { World } from './world.ts'

/** A draft without lines for this customer, with the department's currency and template. */
export function blankInvoice(
  world: World,
  departmentId: string,
  customer: InvoiceRecord['customer'],
): InvoiceRecord {
  const nowMs = world.clock.now()
  return {
    id: world.random.uuid(),
    departmentId,
    number: null,
    invoiceDate: null,
    dueOn: null,
    status: 'draft',
    paid: false,
    paidAt: null,
    sent: false,
    customer,
    invoicee: invoiceeOf(world, customer),
    forAttentionOf: null,
    sections: [],
    discounts: [],
    currency: world.catalog.departments.get(departmentId)?.currency ?? 'EUR',
    exchangeRate: 1,
    netCents: 0,
    totalCents: 0,
    paymentTerm: findCustomer(world, customer)?.paymentTerm ?? { type: 'after_invoice_date', days: 30 },
    payments: [],
    creditedCents: 0,
    purchaseOrderNumber: null,
    paymentReference: null,
    note: null,
    expectedPaymentMethod: null,
    onHoldSince: null,
    customFields: [],
    subscriptionIds: [],
    projectId: null,
    deliveryDate: null,
    peppolStatus: null,
    documentTemplateId: templateOf(world, departmentId),
    fileId: null,
    fileReadyAt: 0,
    createdAt: nowMs,
    updatedAt: nowMs,
  }
}

export function templateOf(world: World, departmentId: string): string {
  for (const template of world.catalog.documentTemplates.all()) {
    if (template.departmentId === departmentId) return template.id
  }
  return ''
}
