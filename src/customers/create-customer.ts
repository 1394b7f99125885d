import { createHash } from 'node:crypto'
import { recordActivity } from '../activities/index.ts'
import { getConnection } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { newId } from '../values/index.ts'
import { askForRecord, type CrmLink } from './ask-for-record.ts'
import { checkProfile } from './check-profile.ts'
import {
  type Customer,
  type CustomerFacts,
  type CustomerField,
  customerColumns,
  customerFields,
  customerName,
  kindOf,
} from './customer.ts'
import { isSameFact } from './customer-changes.ts'
import { claimNumber } from './customer-number.ts'
import { factsFromCrm } from './decide-upsert.ts'
import { completeSoon } from './incomplete-customers.ts'
import { lockCustomerNumbers } from './take-customer-numbers.ts'
import { noFacts, problemsOf, tidyFacts } from './tidy-facts.ts'
import { drawReadTicket } from './upsert-customers.ts'

export type NewCustomer = {
  facts: Partial<CustomerFacts>
  /** Without one the creditor's own sequence gives it. */
  number?: string | undefined
  profileId?: string | null | undefined
  /** The CRM record that it stands for: facts that are not given are the record's. */
  link?: CrmLink | undefined
  /** Fields of a linked customer that a refresh leaves alone (promise A16). */
  pin?: readonly CustomerField[] | undefined
  /** The same key and the same input give the customer that came of it, however often and wherever they arrive. */
  idempotencyKey?: string | undefined
}

/**
 * Adds a customer by hand or picked from the CRM (promises A1, A9). Throws ConflictError `number_taken`,
 * `already_a_customer` (both name the owner) or `idempotency_key_reused`, InvalidInputError with the fields that are
 * wrong. While the CRM is away it is added all the same, and what the CRM has is read later.
 */
export async function createCustomer(ctx: Context, input: NewCustomer): Promise<Customer> {
  const { link } = input
  const before = await inTransaction(ctx, (tx) => findExisting(tx, input))
  if (before) return before
  const ticket = await inTransaction(ctx, drawReadTicket)
  if (link) await getConnection(ctx, { connectionId: link.connectionId })
  const record = link && (await askForRecord(ctx, link))
  const facts = checkedFacts(input, record)
  return inTransaction(ctx, async (tx) => {
    // From here on nobody else adds one to this creditor: what is looked up stays true until the commit.
    await lockCustomerNumbers(tx)
    const existing = await findExisting(tx, input)
    if (existing) return existing
    await checkProfile(tx, input.profileId)
    const customer = await insertCustomer(tx, input, { facts, record, ticket })
    if (link && !record) await completeSoon(tx, link.connectionId)
    const data = { name: customerName(customer), number: customer.number, origin: customer.origin }
    await recordActivity(tx, {
      subjectKind: 'customer',
      subjectId: customer.id,
      kind: 'customer.created',
      data,
    })
    return customer
  })
}

/** What came of the same request, if it came before. Throws ConflictError when the record is a customer already. */
async function findExisting(tx: Tx, input: NewCustomer): Promise<Customer | undefined> {
  const { idempotencyKey, link } = input
  const customers = tx.db.selectFrom('customers').select([...customerColumns, 'creationHash'])
  if (idempotencyKey !== undefined) {
    const same = await customers.where('creationKey', '=', idempotencyKey).executeTakeFirst()
    if (same && same.creationHash !== hashOf(input))
      throw new ConflictError(
        'This idempotency key came with another request before',
        'idempotency_key_reused',
      )
    if (same) return same as unknown as Customer
  }
  if (!link) return undefined
  const linked = await customers
    .where('connectionId', '=', link.connectionId)
    .where('externalType', '=', link.type)
    .where('externalId', '=', link.externalId)
    .executeTakeFirst()
  if (linked) {
    const details = { customerId: linked.mergedInto ?? linked.id }
    throw new ConflictError('This record of the CRM is a customer already', 'already_a_customer', { details })
  }
  return undefined
}

/** The request itself, whatever the order of its parts. */
function hashOf({ facts, number, profileId, link, pin }: NewCustomer): string {
  const parts = [
    customerFields.map((field) => facts[field] ?? null),
    [number, profileId, link?.connectionId, link?.type, link?.externalId].map((part) => part ?? null),
    [...(pin ?? [])].sort(),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** What came from the CRM is kept as it is; what a person typed has to make sense. */
function checkedFacts({ facts: given, link }: NewCustomer, record: CrmCustomer | undefined): CustomerFacts {
  const fromCrm = record ? factsFromCrm(record) : noFacts()
  const tidied = tidyFacts(given)
  for (const field of customerFields) {
    if (isSameFact(given[field] ?? null, fromCrm[field])) delete tidied[field]
  }
  const isKnown = link === undefined || record !== undefined
  const problems = isKnown ? problemsOf(tidied) : []
  const facts = { ...fromCrm, ...tidied }
  if (!record && customerName(facts) === '')
    problems.push({ path: 'companyName', message: 'A name is needed' })
  if (problems.length > 0) throw new InvalidInputError('Some fields are not valid', problems)
  return facts
}

type Known = { facts: CustomerFacts; record: CrmCustomer | undefined; ticket: number }

async function insertCustomer(tx: Tx, input: NewCustomer, known: Known): Promise<Customer> {
  const { facts } = known
  const { profileId = null, idempotencyKey } = input
  const now = tx.now()
  const row = await tx.db
    .insertInto('customers')
    .values({
      id: newId('cus'),
      creditorId: creditorOf(tx),
      number: await claimNumber(tx, input.number),
      kind: kindOf(facts),
      ...facts,
      profileId,
      ...(input.link ? linkColumns(input.link, input.pin ?? []) : { editedByHandAt: now }),
      ...(known.record && recordColumns(known.record, known.ticket, now)),
      origin: input.link ? 'crm' : 'hand',
      ...(idempotencyKey !== undefined && { creationKey: idempotencyKey, creationHash: hashOf(input) }),
      createdAt: now,
      updatedAt: now,
    })
    .returning([...customerColumns])
    .executeTakeFirstOrThrow()
  return row as unknown as Customer
}

function linkColumns(link: CrmLink, pin: readonly CustomerField[]) {
  const { connectionId, type: externalType, externalId } = link
  const pinnedFields = customerFields.filter((field) => pin.includes(field))
  return { connectionId, externalType, externalId, pinnedFields }
}

/** What the CRM said of its record, and which look that was. */
function recordColumns(record: CrmCustomer, readTicket: number, now: Date) {
  return {
    externalUpdatedAt: record.updatedAt,
    webUrl: record.webUrl,
    goneCause: record.isDeactivated ? 'deactivated' : null,
    crmFacts: JSON.stringify(factsFromCrm(record)),
    detailsReadAt: record.isWhole ? now : null,
    readTicket,
  }
}
