import { z } from 'zod'
import type { Customer } from '../customers/index.ts'
import type { InvoiceDocument } from '../invoice-documents/index.ts'
import { documentMarks, type Invoice, stateOn } from '../invoices/index.ts'
import { profileReasonWords, profileWarningWords } from '../profiles/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, moneyAnswer, wordsAnswer } from './answers.ts'
import { answerInvoiceCustomer, invoiceCustomerAnswer } from './customer-answers.ts'
import { answerDocument, invoiceDocumentAnswer } from './invoice-document-answers.ts'

/** A row of the overview. `state` is expired when it is open past its due date, by the creditor's calendar. */
export const invoiceAnswer = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    customerId: z.string(),
    customerName: z.string(),
    invoiceDate: z.string().nullable(),
    dueDate: z.string().nullable(),
    total: moneyAnswer,
    open: moneyAnswer,
    state: z.enum(['booked', 'pending', 'paid', 'expired', 'archived']),
    paymentState: z.enum(['open', 'part_paid', 'paid', 'credited']),
    profile: z.object({ id: z.string(), name: z.string() }),
    warning: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
    document: z
      .enum(documentMarks)
      .describe('Where the PDF stands; retrieved: the icon. none: it was never asked for'),
    importedAt: instantAnswer,
  })
  .meta({ id: 'Invoice' })

export const invoiceDetailAnswer = invoiceAnswer
  .extend({
    connectionId: z.string(),
    externalId: z.string(),
    departmentName: z.string().nullable(),
    remittance: z.string().nullable(),
    purchaseOrderNumber: z.string().nullable(),
    webUrl: z.string().nullable(),
    paidAt: instantAnswer.nullable(),
    externalUpdatedAt: instantAnswer.nullable(),
    profileReason: wordsAnswer,
    stateCause: z.string().nullable(),
    customer: invoiceCustomerAnswer,
    importLineId: z.string().nullable(),
    documents: z.array(invoiceDocumentAnswer),
  })
  .meta({ id: 'InvoiceDetail' })

type Said = { today: string; language: Language }

export function answerInvoice(invoice: Invoice & { profileName: string }, { today, language }: Said) {
  const { currency } = invoice
  return {
    id: invoice.id,
    number: invoice.number,
    customerId: invoice.customerId,
    customerName: invoice.customerName,
    invoiceDate: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    total: { amountCents: invoice.totalCents, currency },
    open: { amountCents: invoice.openCents, currency },
    state: stateOn(invoice, today),
    paymentState: invoice.paymentState,
    profile: { id: invoice.profileId, name: invoice.profileName },
    warning: answerWarning(invoice, language),
    document: invoice.documentState,
    importedAt: invoice.importedAt.toISOString(),
  }
}

type DetailParts = Said & {
  now: Date
  customer: Customer
  departmentName: string | null
  importLineId: string | null
  documents: readonly InvoiceDocument[]
}

export function answerInvoiceDetail(invoice: Invoice & { profileName: string }, parts: DetailParts) {
  return {
    ...answerInvoice(invoice, parts),
    connectionId: invoice.connectionId,
    externalId: invoice.externalId,
    departmentName: parts.departmentName,
    remittance: invoice.remittance,
    purchaseOrderNumber: invoice.purchaseOrderNumber,
    webUrl: invoice.webUrl,
    paidAt: invoice.paidAt?.toISOString() ?? null,
    externalUpdatedAt: invoice.externalUpdatedAt?.toISOString() ?? null,
    profileReason: {
      code: invoice.profileChosenBy,
      ...profileReasonWords(invoice.profileChosenBy, parts.language),
    },
    stateCause: invoice.stateCause,
    customer: answerInvoiceCustomer(parts.customer),
    importLineId: parts.importLineId,
    documents: parts.documents.map((document) => answerDocument(document, parts)),
  }
}

function answerWarning(invoice: Invoice, language: Language) {
  if (!invoice.profileWarning) return null
  const { title, explanation } = profileWarningWords(invoice.profileWarning, language)
  const value = invoice.profileWarningValue
  return { code: invoice.profileWarning, title: value ? `${title}: ${value}` : title, detail: explanation }
}
