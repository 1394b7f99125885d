import { sql } from 'kysely'

/** The name of the customer's own profile, beside a row of `customers`. */
export const profileName = sql<string | null>`(
  select profiles.name from profiles
  where profiles.creditor_id = customers.creditor_id and profiles.id = customers.profile_id)`.as(
  'profileName',
)
