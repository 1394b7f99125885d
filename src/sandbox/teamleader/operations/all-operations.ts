import type { Operation } from '../operation.ts'
import { accountOperations } from './account.ts'
import { customerOperations } from './customers.ts'
import { invoiceOperations } from './invoices.ts'
import { webhookOperations } from './webhooks.ts'

/** Every endpoint that the sandbox imitates, by its path without the slash. */
export const operations: Record<string, Operation> = {
  ...accountOperations,
  ...customerOperations,
  ...invoiceOperations,
  ...webhookOperations,
}
