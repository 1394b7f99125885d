import { z } from 'zod'
import { causeWords } from '../imports/index.ts'
import { messageWords } from '../invitations/index.ts'
import { documentCauseWords, documentKinds, documentStandingWords } from '../invoice-documents/index.ts'
import { writeBackWords } from '../payments/index.ts'
import { profileWarningWords } from '../profiles/index.ts'
import { questionWords } from '../questions/index.ts'
import { type Task, taskKinds } from '../tasks/index.ts'
import type { Language } from '../texts/index.ts'
import { instantAnswer, moneyAnswer, wordsAnswer } from './answers.ts'

const taskActions = [
  'connect',
  'open_settings',
  'open_customer',
  'open_invoice',
  'settle_message',
  'retry_write_back',
  'retrieve_document',
  'retry_import',
] as const
type TaskAction = (typeof taskActions)[number]

const taskInvoiceAnswer = z.object({
  id: z.string().nullable(),
  number: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  amount: moneyAnswer.nullable(),
  webUrl: z.string().nullable(),
})

/** Something that waits for a person. `subjectId`: of the connection, message, question, payment, invoice or line of the ledger. */
export const taskAnswer = wordsAnswer
  .extend({
    id: z.string(),
    kind: z.enum(taskKinds),
    subjectId: z.string(),
    remedy: z.string().nullable().describe('What helps, where the explanation does not say it'),
    detail: z.string().nullable().describe('What Teamleader or the mail server said, word for word'),
    since: instantAnswer,
    count: z.int().describe('How many wait for the same thing'),
    accountName: z.string().nullable(),
    document: z.enum(documentKinds).nullable(),
    invoice: taskInvoiceAnswer.nullable(),
    action: z.enum(taskActions).describe('The one thing that moves it on'),
  })
  .meta({ id: 'Task' })

export function answerTask(task: Task, language: Language) {
  const { kind, subjectId, detail, invoice } = task
  return {
    id: `${kind}-${subjectId}`,
    kind,
    subjectId,
    remedy: null,
    ...saidOf(task, language),
    detail,
    since: task.since.toISOString(),
    count: task.kind === 'mail' ? task.count : 1,
    accountName: task.kind === 'connection' ? task.accountName : null,
    document: task.kind === 'document' ? task.document : null,
    invoice: invoice && answerInvoice(invoice),
    action: actionOf(task),
  }
}

function answerInvoice({ amountCents, currency, ...invoice }: NonNullable<Task['invoice']>) {
  const amount = amountCents !== null && currency !== null ? { amountCents, currency } : null
  return { ...invoice, amount }
}

type Said = { code: string; title: string; explanation: string; remedy?: string }

/** Each room has its own words for why something waits. */
function saidOf(task: Task, language: Language): Said {
  switch (task.kind) {
    case 'connection':
      return { code: 'reconnect_needed', ...causeWords('reconnect_needed', language) }
    case 'mail':
      return messageWords({ state: 'held', cause: task.cause }, language)
    case 'message':
      return messageWords(task, language)
    case 'question':
      return questionWords(task.state, language)
    case 'payment':
      return {
        code: task.cause ?? task.state,
        ...writeBackWords({ standing: task.state, cause: task.cause }, language),
      }
    case 'document': {
      const givenUp = documentStandingWords('given_up', language)
      const title = task.cause ? documentCauseWords(task.cause, language).title : givenUp.title
      return { code: task.cause ?? 'given_up', title, explanation: givenUp.explanation }
    }
    case 'import':
      return { code: task.cause, ...causeWords(task.cause, language) }
    case 'profile':
      return { code: task.warning, ...profileWarningWords(task.warning, language) }
  }
}

const actions: Record<Exclude<Task['kind'], 'message'>, TaskAction> = {
  connection: 'connect',
  mail: 'open_settings',
  question: 'open_invoice',
  payment: 'retry_write_back',
  document: 'retrieve_document',
  import: 'retry_import',
  profile: 'open_invoice',
}

function actionOf(task: Task): TaskAction {
  if (task.kind !== 'message') return actions[task.kind]
  if (task.state === 'unknown') return 'settle_message'
  // The mail server refused the message itself: the address is not what is wrong.
  return task.cause === 'mail_refused' || task.cause === 'unexpected' ? 'open_invoice' : 'open_customer'
}
