import type { Context } from '../context.ts'
import { forCreditor } from '../context.ts'
import type { CrmFieldContext, CrmSource } from '../crm/index.ts'
import { AppError } from '../errors.ts'
import { type Connection, wantedEventTypes } from './connection.ts'
import { getConnection } from './get-connection.ts'
import { hookUrlOf } from './hook-url-of.ts'
import { isPublicAddress } from './is-public-address.ts'
import { sourceFor } from './source-for.ts'

export type ConnectionCheckName =
  | 'rights'
  | 'webhooks'
  | 'public_address'
  | 'profile'
  | 'mail'
  | 'strict_mode'

/** One line of the pre-flight. `code` says what was found; `detail` is in the words of whoever refused. */
export type ConnectionCheck = {
  check: ConnectionCheckName
  ok: boolean
  code: string
  detail: string | null
}

type Finding = Omit<ConnectionCheck, 'check'>

const fine: Finding = { ok: true, code: 'ok', detail: null }

/**
 * The pre-flight after connecting (promise N1): what would keep invoices from coming in, found before it does. Changes
 * nothing. `strict_mode` is a hint only, because Teamleader does not tell that setting.
 */
export async function checkConnection(
  ctx: Context,
  input: { connectionId: string },
): Promise<ConnectionCheck[]> {
  const connection = await getConnection(ctx, input)
  const own = forCreditor(ctx, connection.creditorId)
  const source = await sourceFor(own, connection.id, 'person')
  return [
    { check: 'rights', ...(await checkRights(source)) },
    { check: 'webhooks', ...(await checkWebhooks(own, connection, source)) },
    { check: 'public_address', ...checkPublicAddress(ctx) },
    { check: 'profile', ...(await checkProfile(connection, source)) },
    { check: 'mail', ...(await checkMail(ctx)) },
    { check: 'strict_mode', ok: true, code: 'hint', detail: null },
  ]
}

/** Reads one of each thing that imports need, so that a missing scope shows with the name of the operation. */
function checkRights(source: CrmSource): Promise<Finding> {
  return unlessRefused(async () => {
    await source.listDepartments()
    await source.listFields('invoice')
    await source.listInvoices({ externalIds: [noSuchId] })
    await source.listCustomers([
      { type: 'company', externalId: noSuchId },
      { type: 'person', externalId: noSuchId },
    ])
    return fine
  })
}

const noSuchId = '00000000-0000-4000-8000-000000000000'

function checkWebhooks(ctx: Context, connection: Connection, source: CrmSource): Promise<Finding> {
  return unlessRefused(async () => {
    const wanted = wantedEventTypes(connection, ctx.sources[connection.source].eventTypes)
    if (wanted.length === 0) return { ok: true, code: 'switched_off', detail: null }
    const url = await hookUrlOf(ctx, connection)
    const registered = await source.listWebhooks()
    const here = registered.filter((webhook) => webhook.url === url).flatMap((webhook) => webhook.types)
    const missing = wanted.filter((type) => !here.includes(type))
    if (missing.length === 0) return fine
    return { ok: false, code: connection.hookProblem ?? 'not_registered', detail: missing.join(', ') }
  })
}

function checkPublicAddress(ctx: Context): Finding {
  const { publicUrl } = ctx.config
  if (!isPublicAddress(publicUrl)) return { ok: false, code: 'address_not_public', detail: publicUrl }
  if (!publicUrl.startsWith('https:')) return { ok: false, code: 'address_not_https', detail: publicUrl }
  return { ...fine, detail: publicUrl }
}

/** There is one to fall back on, and the fields that should choose another one still exist. */
function checkProfile(connection: Connection, source: CrmSource): Promise<Finding> {
  if (!connection.defaultProfileId)
    return Promise.resolve({ ok: false, code: 'no_default_profile', detail: null })
  const { invoiceProfileFieldId, subscriptionProfileFieldId } = connection
  return unlessRefused(async () => {
    const isGone = async (context: CrmFieldContext, chosen: string | null) =>
      chosen !== null && !(await source.listFields(context)).some(({ id }) => id === chosen)
    if (await isGone('invoice', invoiceProfileFieldId))
      return { ok: false, code: 'profile_field_gone', detail: 'invoice' }
    if (await isGone('subscription', subscriptionProfileFieldId))
      return { ok: false, code: 'profile_field_gone', detail: 'subscription' }
    return fine
  })
}

async function checkMail(ctx: Context): Promise<Finding> {
  const found = await ctx.mail.verify()
  return found.ok ? fine : found
}

async function unlessRefused(check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check()
  } catch (problem) {
    if (problem instanceof AppError) return { ok: false, code: problem.code, detail: problem.message }
    throw problem
  }
}
