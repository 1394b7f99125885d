import pg from 'pg'
import { ConfigError } from '../errors.ts'

/** The two roles that do the work. They own nothing, cannot sign in and cannot look past row-level security. */
const roles = ['vorder_app', 'vorder_system'] as const

const insufficientPrivilege = '42501'

/** Roles belong to the whole server, so that several databases of one server may try this at the same moment. */
const raced = ['42710', '23505', 'XX000']

/**
 * Makes the two roles where they are missing and lets the login act as them. Throws ConfigError with the SQL to
 * run when the login of DATABASE_URL may not do that.
 */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  try {
    for (const role of roles) await ensureRole(client, role)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege) throw error
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name')
    const login = rows[0]?.name ?? 'vorder'
    throw new ConfigError([
      `DATABASE_URL is [hidden]: its login ${login} may not make roles; run this as an administrator of PostgreSQL: ${sqlFor(login)}`,
    ])
  }
}

async function ensureRole(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ usable: boolean }>(
    // Since PostgreSQL 16 a maker of a role is a member of it that may not act as it, until it is granted.
    `select case when current_setting('server_version_num')::int >= 160000 then pg_has_role(current_user, oid, 'set')
       else pg_has_role(current_user, oid, 'member') end as usable from pg_roles where rolname = $1`,
    [role],
  )
  if (rows[0]?.usable) return
  if (!rows[0]) await ignoringRace(client.query(`create role ${role} nologin nosuperuser nobypassrls`))
  await ignoringRace(client.query(`grant ${role} to current_user`))
}

async function ignoringRace(statement: Promise<unknown>): Promise<void> {
  try {
    await statement
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !raced.includes(error.code ?? '')) throw error
  }
}

function sqlFor(login: string): string {
  return roles.map((role) => `create role ${role} nologin; grant ${role} to ${login};`).join(' ')
}
