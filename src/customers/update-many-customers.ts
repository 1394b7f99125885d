import { sql } from 'kysely'
import { type NewActivity, recordActivities } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { checkProfile } from './check-profile.ts'
import { customerName } from './customer.ts'
import { type CustomerSelection, selectionCondition } from './list-customer-ids.ts'
import { tidyFacts } from './tidy-facts.ts'

/** Gives a selection of customers a profile of their own, or none; answers how many changed. Throws InvalidInputError. */
export function setProfileOfMany(
  ctx: Context | Tx,
  { selection, profileId }: { selection: CustomerSelection; profileId: string | null },
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await checkProfile(tx, profileId)
    return setForMany(tx, { selection, field: 'profileId', value: profileId })
  })
}

/** Gives a selection of customers a language, as an edit by hand does; answers how many changed. */
export function setLanguageOfMany(
  ctx: Context | Tx,
  { selection, language }: { selection: CustomerSelection; language: string | null },
): Promise<number> {
  const value = tidyFacts({ language }).language ?? null
  return inTransaction(ctx, (tx) => setForMany(tx, { selection, field: 'language', value }))
}

type Setting = { selection: CustomerSelection; field: 'profileId' | 'language'; value: string | null }

/** One statement however many they are; a line of history for each that changed. */
async function setForMany(tx: Tx, { selection, field, value }: Setting): Promise<number> {
  const now = tx.now().toISOString()
  const column = sql.ref(field === 'profileId' ? 'profile_id' : 'language')
  const { rows } = await sql<Changed>`
    with before as (
      select id, ${column} as value from customers
      where ${selectionCondition(selection)} and anonymised_at is null and ${column} is distinct from ${value}
      order by id for update
    )
    update customers set ${column} = ${value}, updated_at = ${now}::timestamptz, edited_by_hand_at = ${now}::timestamptz
    from before where customers.id = before.id
    returning customers.id, customers.number, company_name, first_name, last_name, before.value as before`.execute(
    tx.db,
  )
  const lines = rows.map((row) => activityOf(row, field, value))
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    await recordActivities(tx, lines.slice(start, start + linesAtOnce))
  }
  return rows.length
}

const linesAtOnce = 5_000

type Changed = {
  id: string
  number: string
  companyName: string | null
  firstName: string | null
  lastName: string | null
  before: string | null
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
