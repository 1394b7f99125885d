import type { Operation } from '../operation.ts'
import { accountOperations } from './account.ts'
import { creditNoteOperations } from './credit-notes.ts'
import { customerChangeOperations } from './customer-changes.ts'
import { customerOperations } from './customers.ts'
import { invoiceChangeOperations } from './invoice-changes.ts'
import { invoiceOperations } from './invoices.ts'
import { lookupOperations } from './lookups.ts'
import { subscriptionOperations } from './subscriptions.ts'
import { timelineOperations } from './timeline.ts'
import { webhookOperations } from './webhooks.ts'

/** Every endpoint that the sandbox imitates, by its path without the slash. */
export const operations: Readonly<Record<string, Operation>> = {
  ...accountOperations,
  ...customerOperations,
  ...customerChangeOperations,
  ...invoiceOperations,
  ...invoiceChangeOperations,
  ...creditNoteOperations,
  ...subscriptionOperations,
  ...lookupOperations,
  ...timelineOperations,
  ...webhookOperations,
}
