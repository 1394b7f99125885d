import { z } from 'zod'
import {
  type Payment,
  type Statement,
  standingOf,
  type WriteBackTask,
  writeBackStandings,
  writeBackWords,
} from '../payments/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, moneyAnswer } from './answers.ts'

const writeBackAnswer = z
  .object({
    state: z.enum(writeBackStandings),
    title: z.string(),
    explanation: z.string(),
    /** What the CRM said, word for word. */
    detail: z.string().nullable(),
    nextTryAt: instantAnswer.nullable(),
    canRetry: z.boolean(),
  })
  .meta({ id: 'PaymentWriteBack' })

/** A payment. `hand`: told to Vorder; `crm`: seen in the CRM. The same money known to both sides names the other in `matchedId`. */
export const paymentAnswer = z
  .object({
    id: z.string(),
    invoiceId: z.string(),
    origin: z.enum(['hand', 'crm']),
    amount: moneyAnswer,
    paidOn: z.iso.date().nullable(),
    method: z.string().nullable(),
    note: z.string().nullable(),
    recordedByName: z.string().nullable(),
    recordedAt: instantAnswer,
    revokedAt: instantAnswer.nullable(),
    revokedByName: z.string().nullable(),
    revokedCause: z.enum(['by_hand', 'removed_in_crm']).nullable(),
    matchedId: z.string().nullable(),
    canRevoke: z.boolean(),
    writeBack: writeBackAnswer.nullable(),
  })
  .meta({ id: 'Payment' })

export const statementAnswer = z
  .object({
    total: moneyAnswer,
    credits: z.array(
      z.object({ number: z.string().nullable(), amount: moneyAnswer, on: z.iso.date().nullable() }),
    ),
    paidInCrm: moneyAnswer,
    paidHere: moneyAnswer.describe(
      'Told here and not known to the CRM yet; below zero while it is removed there',
    ),
    open: moneyAnswer,
    overpaid: moneyAnswer,
    isOverpaid: z.boolean(),
  })
  .meta({ id: 'InvoiceStatement' })

export const writeBackTaskAnswer = z
  .object({
    paymentId: z.string(),
    invoice: z.object({ id: z.string(), number: z.string().nullable(), customerName: z.string() }),
    connectionId: z.string(),
    amount: moneyAnswer,
    paidOn: z.iso.date().nullable(),
    state: z.enum(writeBackStandings),
    cause: z.string().nullable(),
    title: z.string(),
    explanation: z.string(),
    detail: z.string().nullable(),
    since: instantAnswer,
  })
  .meta({ id: 'WriteBackTask' })

type Said = { language: Language; isWriteBackOn: boolean }

export function answerPayment(payment: Payment, said: Said) {
  const { amountCents, currency } = payment
  const isByHand = payment.origin === 'hand'
  return {
    id: payment.id,
    invoiceId: payment.invoiceId,
    origin: payment.origin,
    amount: { amountCents, currency },
    paidOn: payment.paidOn,
    method: payment.method,
    note: payment.note,
    recordedByName: payment.recordedByName,
    recordedAt: payment.recordedAt.toISOString(),
    revokedAt: payment.revokedAt?.toISOString() ?? null,
    revokedByName: payment.revokedByName,
    revokedCause: payment.revokedCause,
    matchedId: payment.matchedId,
    canRevoke: isByHand && payment.revokedAt === null,
    writeBack: isByHand ? answerWriteBack(payment, said) : null,
  }
}

function answerWriteBack({ writeBack, revokedAt }: Payment, { language, isWriteBackOn }: Said) {
  const standing = standingOf(writeBack, isWriteBackOn)
  const said = {
    state: standing,
    canRetry: isWriteBackOn && revokedAt === null,
    detail: null,
    nextTryAt: null,
  }
  if (!writeBack) return { ...said, ...writeBackWords({ standing, cause: null }, language) }
  const { cause, causeDetail, nextTryAt, state } = writeBack
  return {
    ...said,
    ...writeBackWords({ standing, cause }, language),
    detail: causeDetail,
    nextTryAt: nextTryAt?.toISOString() ?? null,
    canRetry: isWriteBackOn && nextTryAt === null && state !== 'done',
  }
}

export function answerStatement(statement: Statement) {
  return { ...statement, isOverpaid: statement.overpaid.amountCents > 0 }
}

export function answerTask(task: WriteBackTask, language: Language) {
  const { paymentId, invoiceId, number, customerName, connectionId, amountCents, currency } = task
  const standing = task.state === 'unknown' ? 'unknown' : 'refused'
  return {
    paymentId,
    invoice: { id: invoiceId, number, customerName },
    connectionId,
    amount: { amountCents, currency },
    paidOn: task.paidOn,
    state: standing,
    cause: task.cause,
    ...writeBackWords({ standing, cause: task.cause }, language),
    detail: task.causeDetail,
    since: task.since.toISOString(),
  } as const
}
