import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { lockInvoice } from '../invoices/index.ts'
import { newId } from '../values/index.ts'
import { sendQuestionJob } from './question-jobs.ts'

/** `formId` names the form that was filled in: sent twice, it is one question. */
export type NewQuestion = { invoiceId: string; formId: string; name: string; email: string; body: string }

const mostADay = 5
const dayMs = 24 * 60 * 60_000

/**
 * Keeps a question about an invoice, notes it in the history and has it sent to the business, in one transaction. More than
 * five in a day about one invoice are not taken: a link that fell into wrong hands fills nobody's mailbox. Throws NotFoundError.
 */
export function askQuestion(ctx: Context | Tx, question: NewQuestion): Promise<'asked' | 'too_many'> {
  return inTransaction(ctx, async (tx) => {
    const { number } = await lockInvoice(tx, question.invoiceId)
    const asked = await askedToday(tx, question.invoiceId)
    if (asked.some(({ formId }) => formId === question.formId)) return 'asked'
    if (asked.length >= mostADay) return 'too_many'
    const id = newId('que')
    await tx.db
      .insertInto('questions')
      .values({ ...question, id, creditorId: creditorOf(tx), askedAt: tx.now() })
      .execute()
    // NOTE: not what was asked, nor by whom: the history is never changed, and personal details must be removable.
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: question.invoiceId,
      kind: 'invoice.questionAsked',
      data: { number, questionId: id },
    })
    await tx.enqueue(sendQuestionJob, { creditorId: creditorOf(tx), questionId: id }, { key: id })
    return 'asked'
  })
}

function askedToday(tx: Tx, invoiceId: string): Promise<{ formId: string }[]> {
  return tx.db
    .selectFrom('questions')
    .select('formId')
    .where('invoiceId', '=', invoiceId)
    .where('askedAt', '>', new Date(tx.now().getTime() - dayMs))
    .execute()
}
