import { SourceRejectedError } from '../../errors.ts'
import type { CrmField, CrmFieldContext, CrmFieldValue, CrmSource, NewCrmField } from '../source.ts'
import { madeSchema, subscriptionSchema, withFieldsSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { readFields, readFieldValues } from './field-values.ts'
import { findRecord } from './find-record.ts'
import { filterIgnored, listAll, listPage, pageSize } from './list-all.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/** Subscriptions of one customer and day are merged into one invoice; more than this is an ignored filter. */
const mostSubscriptions = 20

type FieldReader = Pick<CrmSource, 'listFields' | 'invoiceFields' | 'subscriptionFields' | 'createField'>

/** Reads custom fields; definitions are fetched once for each context and kept as long as the source lives. */
export function createFieldReader(client: TeamleaderClient): FieldReader {
  const definitions = new Map<CrmFieldContext, Promise<CrmField[]>>()

  function listFields(context: CrmFieldContext): Promise<CrmField[]> {
    const known = definitions.get(context)
    if (known) return known
    const asked = fetchFields(client, context)
    definitions.set(context, asked)
    asked.catch(() => definitions.delete(context))
    return asked
  }

  async function fieldsOf(context: CrmFieldContext, externalId: string): Promise<CrmFieldValue[]> {
    const record = withFieldsSchema.safeParse(await findRecord(client, `${context}s.info`, externalId))
    if (!record.success || record.data.custom_fields.length === 0) return []
    return readFieldValues(record.data.custom_fields, await listFields(context))
  }

  return {
    listFields,
    invoiceFields: (externalId) => fieldsOf('invoice', externalId),
    async subscriptionFields(invoice) {
      const ids = await listSubscriptionIds(client, invoice)
      const values = await Promise.all(ids.map((id) => fieldsOf('subscription', id)))
      return values.flat()
    },
    async createField(field) {
      const made = await createField(client, field)
      definitions.delete(field.context)
      return made
    },
  }
}

/** A longer label is refused. */
const longestLabel = 30

async function createField(client: TeamleaderClient, { context, label, options }: NewCrmField) {
  const answer = await client.call('customFieldDefinitions.create', {
    label: label.slice(0, longestLabel),
    type: 'single_select',
    context,
    configuration: { options },
  })
  const made = madeSchema.safeParse(answer)
  if (made.success) return { id: made.data.id }
  throw new SourceRejectedError('customFieldDefinitions.create answered without the id of the field', {
    code: 'unreadable_answer',
  })
}

async function fetchFields(client: TeamleaderClient, context: string): Promise<CrmField[]> {
  const rows = await listAll(client, 'customFieldDefinitions.list', {
    filter: { context },
    sort: [{ field: 'label', order: 'asc' }],
  })
  // An ignored filter gives the definitions of every context.
  return readFields(rows.filter((row) => hasContext(row, context)))
}

function hasContext(row: unknown, context: string): boolean {
  if (typeof row !== 'object' || row === null || !('context' in row)) return true
  return row.context === context || row.context === null
}

async function listSubscriptionIds(
  client: TeamleaderClient,
  invoice: { externalId: string; subscriptionExternalId: string | null },
): Promise<string[]> {
  const [invoiceId] = onlyTeamleaderIds([invoice.externalId])
  if (!invoiceId) return []
  const rows = await listPage(client, 'subscriptions.list', {
    filter: { invoice_id: invoiceId },
    page: { size: pageSize, number: 1 },
  })
  if (rows.length > mostSubscriptions) {
    throw filterIgnored('subscriptions.list', 'invoice_id')
  }
  const listed = rows.flatMap((row) => {
    const parsed = subscriptionSchema.safeParse(row)
    return parsed.success ? [parsed.data.id] : []
  })
  const named = invoice.subscriptionExternalId ? [invoice.subscriptionExternalId] : []
  return [...new Set([...listed, ...named])]
}
