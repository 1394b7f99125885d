import { sql } from 'kysely'
import { type NewActivity, recordActivities } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { checkProfile, customerName, problemsOf, tidyFacts } from '../customers/index.ts'
import { InvalidInputError } from '../errors.ts'
import { type CustomerSelection, selectionCondition } from './list-customer-ids.ts'

/** Gives a selection of customers a profile of their own, or none; answers how many changed. Throws InvalidInputError. */
export async function setProfileOfMany(
  ctx: Context,
  { selection, profileId }: { selection: CustomerSelection; profileId: string | null },
): Promise<number> {
  await inTransaction(ctx, (tx) => checkProfile(tx, profileId))
  return setForMany(ctx, { selection, field: 'profileId', value: profileId })
}

/** Gives a selection of customers a language, as an edit by hand does; answers how many changed. Throws InvalidInputError. */
export async function setLanguageOfMany(
  ctx: Context,
  { selection, language }: { selection: CustomerSelection; language: string | null },
): Promise<number> {
  const value = tidyFacts({ language }).language ?? null
  const problems = problemsOf({ language: value })
  if (problems.length > 0) throw new InvalidInputError('Some fields are not valid', problems)
  return setForMany(ctx, { selection, field: 'language', value })
}

type Setting = { selection: CustomerSelection; field: 'profileId' | 'language'; value: string | null }

const customersAtOnce = 5_000

/**
 * So many a transaction, in the order of their ids: nobody else waits long for a customer. Broken off, it is done for the
 * first ones; doing it again does the rest.
 */
async function setForMany(ctx: Context, setting: Setting): Promise<number> {
  let changed = 0
  for (let after = ''; ; ) {
    const rows = await inTransaction(ctx, (tx) => setForSome(tx, setting, after))
    changed += rows.length
    if (rows.length < customersAtOnce) return changed
    const ids = rows.map(({ id }) => id)
    after = ids.sort().at(-1) ?? after
  }
}

type Changed = {
  id: string
  number: string
  companyName: string | null
  firstName: string | null
  lastName: string | null
  before: string | null
}

/** One statement; a line of history for each that changed. */
async function setForSome(tx: Tx, { selection, field, value }: Setting, after: string): Promise<Changed[]> {
  const now = tx.now().toISOString()
  const column = sql.ref(field === 'profileId' ? 'profile_id' : 'language')
  const { rows } = await sql<Changed>`
    with before as (
      select id, ${column} as value from customers
      where ${selectionCondition(selection)} and anonymised_at is null and ${column} is distinct from ${value}
        and id > ${after}
      order by id limit ${customersAtOnce} for update
    )
    update customers set ${column} = ${value}, updated_at = ${now}::timestamptz, edited_by_hand_at = ${now}::timestamptz
    from before where customers.id = before.id
    returning customers.id, customers.number, company_name, first_name, last_name, before.value as before`.execute(
    tx.db,
  )
  await recordActivities(
    tx,
    rows.map((row) => activityOf(row, field, value)),
  )
  return rows
}

function activityOf(row: Changed, field: string, after: string | null): NewActivity {
  return {
    subjectKind: 'customer',
    subjectId: row.id,
    kind: 'customer.edited',
    data: {
      name: customerName(row),
      number: row.number,
      changes: [{ field, before: row.before, after }],
    },
  }
}
