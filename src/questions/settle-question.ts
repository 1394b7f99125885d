import { type Context, creditorOf, inTransaction } from '../context.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { type Question, questionColumns } from './question.ts'
import { sendQuestionJob } from './question-jobs.ts'

/**
 * A person says what became of the mail that brings a question: it arrived (or was read here), or it is to be sent once
 * more; never by itself, as it may have left. Throws NotFoundError; ConflictError `not_unknown` when that is settled already.
 */
export function settleQuestion(
  ctx: Context,
  input: { questionId: string; as: 'arrived' | 'send_again' },
): Promise<Question> {
  return inTransaction(ctx, async (tx) => {
    const question = (await tx.db
      .selectFrom('questions')
      .select([...questionColumns])
      .where('id', '=', input.questionId)
      .forUpdate()
      .executeTakeFirst()) as Question | undefined
    if (!question) throw new NotFoundError('There is no such question')
    if (question.mailState !== 'unknown' && question.mailState !== 'refused')
      throw new ConflictError('What became of this mail is known', 'not_unknown')
    const mailState = input.as === 'arrived' ? ('sent' as const) : ('waiting' as const)
    await tx.db
      .updateTable('questions')
      .set({ mailState, mailDetail: null })
      .where('id', '=', question.id)
      .execute()
    if (mailState === 'waiting')
      await tx.enqueue(
        sendQuestionJob,
        { creditorId: creditorOf(tx), questionId: question.id },
        { key: question.id },
      )
    return { ...question, mailState }
  })
}
