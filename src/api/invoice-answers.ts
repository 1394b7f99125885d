import { z } from 'zod'
import type { Connection } from '../connections/index.ts'
import type { Customer } from '../customers/index.ts'
import type { InvoiceDocument } from '../invoice-documents/index.ts'
import { documentMarks, type Invoice, invitationMarks, stateOn } from '../invoices/index.ts'
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
    invitation: z.enum(invitationMarks).describe('Where the invitation stands; none: nothing is to leave'),
    stops: z
      .object({ isOnHold: z.boolean(), isDisputed: z.boolean(), promisedFor: z.iso.date().nullable() })
      .describe('What keeps it from being asked for now'),
    departmentName: z.string().nullable(),
    importedAt: instantAnswer,
  })
  .meta({ id: 'Invoice' })

export const invoiceDetailAnswer = invoiceAnswer
  .extend({
    connectionId: z.string(),
    externalId: z.string(),
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

/** What every answer needs: the business's day, the reader's language, and how departments are called. */
export type Said = {
  today: string
  language: Language
  connections: readonly Pick<Connection, 'id' | 'departments'>[]
}

export function answerInvoice(invoice: Invoice & { profileName: string }, said: Said) {
  const { today, language } = said
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
    invitation: invoice.invitationState,
    stops: { isOnHold: invoice.isOnHold, isDisputed: invoice.isDisputed, promisedFor: invoice.promisedFor },
    departmentName: departmentNameOf(invoice, said),
    importedAt: invoice.importedAt.toISOString(),
  }
}

type DetailParts = Said & {
  now: Date
  customer: Customer
  importLineId: string | null
  documents: readonly InvoiceDocument[]
}

export function answerInvoiceDetail(invoice: Invoice & { profileName: string }, parts: DetailParts) {
  return {
    ...answerInvoice(invoice, parts),
    connectionId: invoice.connectionId,
    externalId: invoice.externalId,
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

function departmentNameOf(invoice: Invoice, { connections }: Said): string | null {
  const connection = connections.find(({ id }) => id === invoice.connectionId)
  const department = connection?.departments.find(
    ({ externalId }) => externalId === invoice.departmentExternalId,
  )
  return department?.name ?? null
}

function answerWarning(invoice: Invoice, language: Language) {
  if (!invoice.profileWarning) return null
  const { title, explanation } = profileWarningWords(invoice.profileWarning, language)
  const value = invoice.profileWarningValue
  return { code: invoice.profileWarning, title: value ? `${title}: ${value}` : title, detail: explanation }
}
