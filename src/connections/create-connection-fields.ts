import { sql } from 'kysely'
import { type Context, inTransaction } from '../context.ts'
import type { CrmField, CrmFieldContext, CrmSource } from '../crm/index.ts'
import { ConflictError, SourceRejectedError } from '../errors.ts'
import type { Connection } from './connection.ts'
import { getConnection } from './get-connection.ts'
import { sourceFor } from './source-for.ts'
import { updateConnectionOptions } from './update-connection-options.ts'

export type CreateConnectionFieldsInput = {
  connectionId: string
  /** What a new field is called; and what it may be called already, so that it is not made a second time. */
  label: string
  knownLabels: readonly string[]
  options: readonly string[]
}

/**
 * `kept`: another field was chosen before and still exists. `found`: one of that name was there. `refused`: the CRM will
 * not make it, or cannot; `detail` has its words.
 */
export type ConnectionField = {
  context: CrmFieldContext
  outcome: 'made' | 'found' | 'kept' | 'refused'
  label: string
  /** Wanted options that the field does not have: the CRM lets nobody but a person add one. */
  missingOptions: string[]
  /** The CRM's code of the refusal: `not_permitted` when the right or the scope is missing. */
  refusal: string | null
  detail: string | null
}

/** So long is believed that somebody is still at it; whoever was killed blocks nobody for longer. */
const believedMs = 2 * 60_000

/**
 * Has the CRM make a select on invoices and one on subscriptions that name the profiles, and chooses them in the settings
 * (promise B10). What is there already is used, never doubled; a field that was chosen stays. Throws NotFoundError,
 * ConflictError `fields_being_made` while somebody else is at it, and what the CRM throws when it cannot be asked.
 */
export async function createConnectionFields(
  ctx: Context,
  input: CreateConnectionFieldsInput,
): Promise<ConnectionField[]> {
  const connection = await getConnection(ctx, input)
  await claim(ctx, connection.id)
  try {
    const source = await sourceFor(ctx, connection.id, 'person')
    return [
      await settle(ctx, source, { ...input, connection, context: 'invoice' }),
      await settle(ctx, source, { ...input, connection, context: 'subscription' }),
    ]
  } finally {
    await setClaim(ctx, connection.id, null)
  }
}

const optionOf = { invoice: 'invoiceProfileFieldId', subscription: 'subscriptionProfileFieldId' } as const

type SettleInput = CreateConnectionFieldsInput & { connection: Connection; context: CrmFieldContext }

/** Each field is chosen as soon as it is there: a kill between the two loses nothing. */
async function settle(ctx: Context, source: CrmSource, input: SettleInput): Promise<ConnectionField> {
  const { connection, context, label, options } = input
  try {
    const there = await source.listFields(context)
    const chosen = there.find(({ id }) => id === connection[optionOf[context]])
    if (chosen) return { ...fieldOf(input, chosen), outcome: 'kept' }
    const known = there.find((field) => field.kind === 'select' && input.knownLabels.some(isLabelOf(field)))
    const made = known ?? (await make(source, { context, label, options }))
    await updateConnectionOptions(ctx, {
      connectionId: connection.id,
      options: { [optionOf[context]]: made.id },
    })
    return { ...fieldOf(input, made), outcome: known ? 'found' : 'made' }
  } catch (error) {
    if (!(error instanceof SourceRejectedError)) throw error
    const nothing: CrmField = { id: '', label, kind: 'select', options: [] }
    return { ...fieldOf(input, nothing), outcome: 'refused', refusal: error.code, detail: error.message }
  }
}

function isLabelOf(field: CrmField) {
  return (label: string) => label.toLowerCase() === field.label.trim().toLowerCase()
}

type Wanted = { context: CrmFieldContext; label: string; options: readonly string[] }

async function make(source: CrmSource, wanted: Wanted): Promise<CrmField> {
  if (!source.createField)
    throw new SourceRejectedError('This CRM makes no custom fields', { code: 'not_offered' })
  const { id } = await source.createField(wanted)
  return {
    id,
    label: wanted.label,
    kind: 'select',
    options: wanted.options.map((value) => ({ id: value, value })),
  }
}

function fieldOf({ context, options }: SettleInput, field: CrmField): Omit<ConnectionField, 'outcome'> {
  const there = new Set(field.options.map(({ value }) => value.trim().toLowerCase()))
  // A text holds whatever is typed.
  const isOpen = field.kind !== 'select'
  const missingOptions = isOpen ? [] : options.filter((name) => !there.has(name.trim().toLowerCase()))
  return { context, label: field.label, missingOptions, refusal: null, detail: null }
}

async function claim(ctx: Context, connectionId: string): Promise<void> {
  const until = new Date(ctx.now().getTime() + believedMs)
  if (await setClaim(ctx, connectionId, until)) return
  throw new ConflictError('The fields are being made at this moment', 'fields_being_made')
}

/** Whether it was free, or is freed. */
function setClaim(ctx: Context, connectionId: string, until: Date | null): Promise<boolean> {
  const now = ctx.now().toISOString()
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql`
      update connections set making_fields_until = ${until?.toISOString() ?? null}::timestamptz
      where id = ${connectionId}
        and (${until === null} or making_fields_until is null or making_fields_until < ${now}::timestamptz)
      returning id`.execute(tx.db)
    return rows.length > 0
  })
}
