import type { Connection } from '../connections/index.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../context.ts'
import type {
  CrmCustomer,
  CrmCustomerRef,
  CrmFieldContext,
  CrmFieldValue,
  CrmInvoice,
  CrmSource,
  Unreadable,
} from '../crm/index.ts'
import { type KnownCustomer, listKnownCustomers } from '../customers/index.ts'
import { SourceRejectedError } from '../errors.ts'
import { type KnownMoney, listKnownMoney } from '../invoices/index.ts'
import { decideImport, type ImportDecision } from './decide-import.ts'
import { idsPerCall } from './fetch-invoices.ts'
import type { FieldObstacle } from './field-obstacle.ts'
import { type GatheredRecord, gatherRecords, isAboutOneRecord } from './gather-records.ts'

/** What the chosen fields say. A field's name is empty when the CRM no longer has it, null when none is chosen. */
export type FieldValues = {
  invoiceValues: CrmFieldValue[]
  subscriptionValues: CrmFieldValue[]
  invoiceField: string | null
  subscriptionField: string | null
}

/** What the CRM must add to a page of invoices before it can be written. */
export type Companions = {
  customers: CrmCustomer[]
  unreadableCustomers: Unreadable[]
  /** By invoice id; absent when the connection chooses no profile by custom field, or the invoice did not change. */
  fields: Map<string, FieldValues>
  /** By invoice id: the record of each invoice whose money moved, with payments and credit notes. */
  records: Map<string, GatheredRecord>
  /** Invoices whose custom fields, or payments, the CRM did not show. */
  obstacles: Map<string, FieldObstacle>
}

type GatherInput = {
  connection: Connection
  source: CrmSource
  invoices: readonly CrmInvoice[]
  /** Custom fields are read of invoices that did not change too: a person asked. */
  readsFieldsAgain: boolean
  /** See ImportPage. */
  tellsCredited: boolean
}

/**
 * Asks the CRM for the customers that we do not have yet, a hundred a call, and for the custom fields of invoices
 * that come in or changed, and for nothing else: calls are scarce (200 a minute).
 */
export async function gatherCompanions(ctx: Context, input: GatherInput): Promise<Companions> {
  const { known, customers, money } = await lookUpKnown(ctx, input)
  const decide = (invoice: CrmInvoice) => decisionFor(input.connection, invoice, known)
  const wanted = input.invoices.filter((invoice) => decide(invoice).do !== 'skip')
  const doubtful = input.tellsCredited
    ? input.invoices.filter((invoice) => isCalledPaid(decide(invoice)))
    : []
  const companions: Companions = {
    customers: [],
    unreadableCustomers: [],
    fields: new Map(),
    records: new Map(),
    obstacles: new Map(),
  }
  await gatherCustomers({ ...input, invoices: wanted }, customers, companions)
  const changed = wanted.filter(
    (invoice) => input.readsFieldsAgain || mayHaveChanged(invoice, known, ctx.now()),
  )
  await gatherAllFields(input, changed, companions)
  await gatherRecords(
    {
      source: input.source,
      invoices: [...wanted, ...doubtful],
      known: money,
      mayHaveChanged: (invoice) => mayHaveChanged(invoice, known, ctx.now()),
    },
    companions,
  )
  return companions
}

/** One record that the CRM cannot give is that invoice's trouble; two one after the other are an outage. */
async function gatherAllFields(
  input: GatherInput,
  invoices: readonly CrmInvoice[],
  companions: Companions,
): Promise<void> {
  let failuresInARow = 0
  for (const invoice of invoices) {
    try {
      await gatherFields(input, invoice, companions)
      failuresInARow = 0
    } catch (error) {
      failuresInARow += 1
      if (!isAboutOneRecord(error) || failuresInARow > 1) throw error
      companions.obstacles.set(invoice.externalId, { cause: 'crm_unavailable', detail: error.message })
    }
  }
}

/** A CRM's time of change has whole seconds, and its clock may be ten minutes off. */
const stillMovingMs = 15 * 60_000

/** The same time of change is no proof for what changed just now: two changes can share a second. */
function mayHaveChanged(
  { externalId, updatedAt }: CrmInvoice,
  known: ReadonlyMap<string, Date | null>,
  now: Date,
): boolean {
  const isSame = updatedAt !== null && known.get(externalId)?.getTime() === updatedAt.getTime()
  return !isSame || (updatedAt !== null && now.getTime() - updatedAt.getTime() < stillMovingMs)
}

type Known = {
  /** By invoice id, the CRM's time of change that was taken over. */
  known: Map<string, Date | null>
  customers: readonly KnownCustomer[]
  money: ReadonlyMap<string, KnownMoney>
}

/** What we hold of a page, with one look at the database. */
async function lookUpKnown(ctx: Context, { connection, invoices }: GatherInput): Promise<Known> {
  const connectionId = connection.id
  if (invoices.length === 0) return { known: new Map(), customers: [], money: new Map() }
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('importLines')
      .select(['externalId', 'externalUpdatedAt', 'outcome'])
      .where('connectionId', '=', connectionId)
      .where(
        'externalId',
        'in',
        invoices.map((invoice) => invoice.externalId),
      )
      .where('invoiceId', 'is not', null)
      .execute()
    // Of a line that failed the change was not taken over, even if it shares its second with one that was.
    const known = new Map(
      rows.map((row) => [row.externalId, row.outcome === 'failed' ? null : row.externalUpdatedAt]),
    )
    const refs = invoices.map((invoice) => invoice.customer)
    const money = await listKnownMoney(tx, { connectionId, externalIds: [...known.keys()] })
    return { known, money, customers: await listKnownCustomers(tx, { connectionId, refs }) }
  })
}

function decisionFor(
  connection: Connection,
  invoice: CrmInvoice,
  known: ReadonlyMap<string, unknown>,
): ImportDecision {
  return decideImport({
    invoice,
    isKnown: known.has(invoice.externalId),
    departmentExternalIds: connection.departmentExternalIds,
  })
}

function isCalledPaid(decision: ImportDecision): boolean {
  return decision.do === 'skip' && decision.cause === 'paid'
}

async function gatherCustomers(
  input: GatherInput,
  known: readonly KnownCustomer[],
  companions: Companions,
): Promise<void> {
  const refs = new Map(input.invoices.map((invoice) => [customerKey(invoice.customer), invoice.customer]))
  for (const customer of known) refs.delete(customerKey(customer))
  const missing = [...refs.values()]
  for (let index = 0; index < missing.length; index += idsPerCall) {
    const page = await input.source.listCustomers(missing.slice(index, index + idsPerCall))
    companions.customers.push(...page.items)
    companions.unreadableCustomers.push(...page.unreadable)
  }
}

async function gatherFields(
  { connection, source }: GatherInput,
  invoice: CrmInvoice,
  companions: Companions,
): Promise<void> {
  const { invoiceProfileFieldId, subscriptionProfileFieldId } = connection
  if (!invoiceProfileFieldId && !subscriptionProfileFieldId) return
  try {
    const onInvoice = invoiceProfileFieldId ? await source.invoiceFields(invoice.externalId) : []
    const onSubscription = subscriptionProfileFieldId ? await source.subscriptionFields(invoice) : []
    companions.fields.set(invoice.externalId, {
      invoiceValues: onInvoice.filter((value) => value.fieldId === invoiceProfileFieldId),
      subscriptionValues: onSubscription.filter((value) => value.fieldId === subscriptionProfileFieldId),
      invoiceField: await nameOfField(source, 'invoice', invoiceProfileFieldId),
      subscriptionField: await nameOfField(source, 'subscription', subscriptionProfileFieldId),
    })
  } catch (error) {
    if (!(error instanceof SourceRejectedError)) throw error
    companions.obstacles.set(invoice.externalId, { cause: 'crm_refused', detail: error.message })
  }
}

/** The definitions are asked for once a source. Who may not see them sees the values all the same. */
async function nameOfField(
  source: CrmSource,
  context: CrmFieldContext,
  fieldId: string | null,
): Promise<string | null> {
  if (!fieldId) return null
  try {
    const fields = await source.listFields(context)
    const field = fields.find(({ id }) => id === fieldId)
    return field ? field.label || fieldId : ''
  } catch (error) {
    if (!(error instanceof SourceRejectedError)) throw error
    return fieldId
  }
}

/** How a customer of the CRM is named in maps: type and id together, because the CRM keeps the types apart. */
export function customerKey(ref: CrmCustomerRef): string {
  return `${ref.type}:${ref.externalId}`
}
