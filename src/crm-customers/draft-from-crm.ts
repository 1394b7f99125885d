import { sourceFor } from '../connections/index.ts'
import type { Context } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { type CustomerFacts, factsOf, listKnownCustomers } from '../customers/index.ts'
import { NotFoundError, SourceRejectedError } from '../errors.ts'

/** What a form is filled with. */
export type CustomerDraft = {
  facts: CustomerFacts
  isActive: boolean
  /** The customer that it already is, the survivor of a merge. */
  customerId: string | null
  webUrl: string | null
}

/**
 * What the CRM has of a record, to fill a form with (promise A8): the whole record, one on one (A3). Nothing is stored.
 * Throws NotFoundError when the CRM has no such record, SourceUnavailableError, ReconnectNeededError, and
 * SourceRejectedError when its answer cannot be read.
 */
export async function draftFromCrm(
  ctx: Context,
  input: CrmCustomerRef & { connectionId: string; signal?: AbortSignal | undefined },
): Promise<CustomerDraft> {
  const { connectionId, signal, ...ref } = input
  const source = await sourceFor(ctx, connectionId, 'person')
  const record = await source.findCustomer(ref, signal && { signal })
  if (!record) throw new NotFoundError('Teamleader has no such record any more')
  if ('raw' in record) {
    throw new SourceRejectedError(`Teamleader's record cannot be read: ${record.problem}`, {
      code: 'unreadable_answer',
    })
  }
  const [known] = await listKnownCustomers(ctx, { connectionId, refs: [ref] })
  return {
    facts: factsOf(record),
    isActive: !record.isDeactivated,
    customerId: known?.customerId ?? null,
    webUrl: record.webUrl,
  }
}
