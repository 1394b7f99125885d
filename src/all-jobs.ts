import {
  keepWebhooks,
  keepWebhooksJob,
  sendReconnectMail,
  sendReconnectMailJob,
} from './connections/index.ts'
import { type Actor, type Context, forAllCreditors, forCreditor, inTransaction } from './context.ts'
import {
  completeCustomers,
  refreshMany,
  refreshManyJob,
  tickCustomers,
  tickCustomersJob,
} from './crm-customers/index.ts'
import { leaveDueNotes, leaveDueNotesJob, tickNotes, tickNotesJob } from './crm-notes/index.ts'
import {
  exportCrmCustomers,
  exportCrmCustomersJob,
  exportSelection,
  exportSelectionJob,
  forgetOldImports,
  forgetOldImportsJob,
  workOnFile,
  workOnFileJob,
} from './customer-files/index.ts'
import { completeCustomersJob } from './customers/index.ts'
import {
  drainEvents,
  drainEventsJob,
  forgetOldCopies,
  forgetOldCopiesJob,
  reconcile,
  reconcileAll,
  reconcileAllJob,
  reconcileJob,
  refreshInvoices,
  refreshInvoicesJob,
  retryLines,
  retryLinesJob,
  tickImports,
  tickImportsJob,
  wakeEvents,
  wakeEventsJob,
} from './imports/index.ts'
import { noteInvoices, sendMessagesJob, tickMessagesJob } from './invitations/index.ts'
import {
  forgetDocumentFile,
  forgetDocumentFileJob,
  retrieveDocuments,
  retrieveDocumentsJob,
  retrieveSelection,
  retrieveSelectionJob,
  tickDocuments,
  tickDocumentsJob,
  zipDocuments,
  zipDocumentsJob,
} from './invoice-documents/index.ts'
import { exportInvoices, exportInvoicesJob } from './invoice-exports/index.ts'
import { handle, type Job, type JobHandler, type Schedule } from './jobs/index.ts'
import { type LongRunKind, type LongRunWork, tickLongRuns, tickLongRunsJob } from './long-runs/index.ts'
import {
  forgetOldLines,
  forgetOldLinesJob,
  manualImportJob,
  noteDigests,
  noteDigestsJob,
  sendImportMail,
  sendImportMailJob,
  workOnManualImport,
} from './manual-imports/index.ts'
import { sendMessages, tickMessages } from './message-delivery/index.ts'
import {
  notePaymentJob,
  tickWriteBacks,
  tickWriteBacksJob,
  writeBackPayments,
  writeBackPaymentsJob,
} from './payments/index.ts'
import { sendQuestion, sendQuestionJob } from './questions/index.ts'
import { removeExpiredFiles, removeExpiredFilesJob } from './shared-files/index.ts'

/** Which job goes on with which long run. */
const longRunJobs: Readonly<Partial<Record<LongRunKind, Job<LongRunWork>>>> = {
  customer_crm_export: exportCrmCustomersJob,
  customer_selection_export: exportSelectionJob,
  customer_refresh: refreshManyJob,
  customer_preview: workOnFileJob,
  customer_import: workOnFileJob,
  customer_import_undo: workOnFileJob,
  invoice_preview: manualImportJob,
  invoice_import: manualImportJob,
  document_retrieval: retrieveSelectionJob,
  document_zip: zipDocumentsJob,
  invoice_export: exportInvoicesJob,
  invoice_refresh: refreshInvoicesJob,
}

/** All work in the background: a name and the verb that does it. */
export function allJobs(ctx: Context): JobHandler[] {
  const by = (kind: Actor['kind'], creditorId: string) => forCreditor({ ...ctx, actor: { kind } }, creditorId)
  return [
    handle(drainEventsJob, (data) => drainEvents(by('webhook', data.creditorId), data)),
    handle(wakeEventsJob, (data) => wakeEvents(by('schedule', data.creditorId), data)),
    handle(retryLinesJob, (data) => retryLines(by('schedule', data.creditorId), data)),
    handle(reconcileJob, async (data) => void (await reconcile(by('schedule', data.creditorId), data))),
    handle(manualImportJob, (data) => workOnManualImport(by('system', data.creditorId), data)),
    handle(sendImportMailJob, (data) => sendImportMail(by('system', data.creditorId), data)),
    handle(noteDigestsJob, () => noteDigests({ ...ctx, actor: { kind: 'schedule' } })),
    handle(tickLongRunsJob, () => tickLongRuns(forAllCreditors(ctx), longRunJobs)),
    handle(forgetOldLinesJob, () => forgetOldLines(forAllCreditors(ctx))),
    handle(reconcileAllJob, (data) => reconcileAll(forAllCreditors(ctx), data)),
    handle(tickImportsJob, () => tickImports(forAllCreditors(ctx))),
    handle(completeCustomersJob, (data) => completeCustomers(by('schedule', data.creditorId), data)),
    handle(refreshManyJob, (data) => refreshMany(by('schedule', data.creditorId), data)),
    handle(tickCustomersJob, () => tickCustomers(forAllCreditors(ctx))),
    handle(forgetOldCopiesJob, () => forgetOldCopies(forAllCreditors(ctx))),
    handle(retrieveDocumentsJob, (data) => retrieveDocuments(by('schedule', data.creditorId), data)),
    handle(retrieveSelectionJob, (data) => retrieveSelection(by('system', data.creditorId), data)),
    handle(zipDocumentsJob, (data) => zipDocuments(by('system', data.creditorId), data)),
    handle(tickDocumentsJob, () => tickDocuments(forAllCreditors(ctx))),
    handle(forgetDocumentFileJob, (data) => forgetDocumentFile(by('system', data.creditorId), data)),
    handle(sendMessagesJob, (data) => sendMessages(by('schedule', data.creditorId), data)),
    handle(tickMessagesJob, () => tickMessages({ ...ctx, actor: { kind: 'schedule' } })),
    handle(notePaymentJob, ({ creditorId, invoiceId }) =>
      inTransaction(by('system', creditorId), (tx) => noteInvoices(tx, { invoiceIds: [invoiceId] })),
    ),
    handle(writeBackPaymentsJob, (data) => writeBackPayments(by('system', data.creditorId), data)),
    handle(tickWriteBacksJob, () => tickWriteBacks(forAllCreditors(ctx))),
    handle(leaveDueNotesJob, (data) => leaveDueNotes(by('system', data.creditorId), data)),
    handle(tickNotesJob, () => tickNotes(forAllCreditors(ctx))),
    handle(sendQuestionJob, (data) => sendQuestion(by('system', data.creditorId), data)),
    handle(keepWebhooksJob, (data) => keepWebhooks(by('system', data.creditorId), data)),
    handle(sendReconnectMailJob, (data) => sendReconnectMail(by('system', data.creditorId), data)),
    handle(exportCrmCustomersJob, (data) => exportCrmCustomers(by('system', data.creditorId), data)),
    handle(exportSelectionJob, (data) => exportSelection(by('system', data.creditorId), data)),
    handle(exportInvoicesJob, (data) => exportInvoices(by('system', data.creditorId), data)),
    handle(refreshInvoicesJob, (data) => refreshInvoices(by('system', data.creditorId), data)),
    handle(workOnFileJob, (data) => workOnFile(by('system', data.creditorId), data)),
    handle(forgetOldImportsJob, () => forgetOldImports(forAllCreditors(ctx))),
    handle(removeExpiredFilesJob, () => removeExpiredFiles({ ...ctx, actor: { kind: 'schedule' } })),
  ]
}

/** All that recurs: when, in UTC, and the job that is asked for. */
export const allSchedules: Schedule[] = [
  { name: 'tick-imports', every: '* * * * *', job: tickImportsJob, data: {} },
  { name: 'tick-customers', every: '*/5 * * * *', job: tickCustomersJob, data: {} },
  { name: 'tick-write-backs', every: '*/5 * * * *', job: tickWriteBacksJob, data: {} },
  { name: 'tick-notes', every: '*/5 * * * *', job: tickNotesJob, data: {} },
  { name: 'tick-documents', every: '* * * * *', job: tickDocumentsJob, data: {} },
  { name: 'tick-messages', every: '* * * * *', job: tickMessagesJob, data: {} },
  { name: 'reconcile', every: '*/15 * * * *', job: reconcileAllJob, data: { kind: 'reconcile' } },
  { name: 'tick-long-runs', every: '*/5 * * * *', job: tickLongRunsJob, data: {} },
  { name: 'forget-old-lines', every: '50 2 * * *', job: forgetOldLinesJob, data: {} },
  { name: 'digests', every: '5 * * * *', job: noteDigestsJob, data: {} },
  { name: 'nightly', every: '10 1 * * *', job: reconcileAllJob, data: { kind: 'nightly' } },
  { name: 'forget-old-copies', every: '40 2 * * *', job: forgetOldCopiesJob, data: {} },
  { name: 'forget-old-imports', every: '55 2 * * *', job: forgetOldImportsJob, data: {} },
  { name: 'remove-expired-files', every: '50 2 * * *', job: removeExpiredFilesJob, data: {} },
]
