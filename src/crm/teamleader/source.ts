import { SourceRejectedError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Download, DownloadLocation } from '../download-location.ts'
import type { CrmAccount, CrmSource, SourceSession } from '../source.ts'
import { departmentSchema, userSchema, webhookSchema } from './api-types.ts'
import { createClient, type TeamleaderClient } from './client.ts'
import { createCustomerReader } from './customer-reader.ts'
import { createDocumentReader } from './documents.ts'
import { createFieldReader } from './field-reader.ts'
import { listPage } from './list-all.ts'
import { createInvoiceReader } from './list-invoices.ts'
import { readRow } from './mapper.ts'
import { createNoteWriter } from './notes.ts'
import { createPaymentWriter } from './payments.ts'
import type { SendRequest } from './send-request.ts'
import type { TeamleaderSettings } from './settings.ts'

export type TeamleaderParts = {
  settings: TeamleaderSettings
  send: SendRequest
  download: (location: DownloadLocation) => Promise<Download>
  now: () => Date
  log: Log
}

/** Teamleader Focus as a CRM source, for one session. Custom field definitions are read once a source. */
export function openTeamleader(parts: TeamleaderParts, session: SourceSession): CrmSource {
  const client = createClient({
    apiUrl: parts.settings.apiUrl.replace(/\/$/, ''),
    send: parts.send,
    now: parts.now,
    log: parts.log,
    session,
  })
  return {
    identify: () => identify(client),
    ...createCustomerReader(client),
    ...createInvoiceReader(client),
    ...createFieldReader(client),
    ...createPaymentWriter(client),
    ...createNoteWriter(client),
    ...createDocumentReader({ client, download: parts.download, apiUrl: parts.settings.apiUrl }),
    async listDepartments() {
      const rows = await listPage(client, 'departments.list', {})
      return rows.flatMap((row) => {
        const parsed = departmentSchema.safeParse(row)
        return parsed.success ? [{ externalId: parsed.data.id, name: parsed.data.name ?? '' }] : []
      })
    },
    async listWebhooks() {
      const rows = await listPage(client, 'webhooks.list', {})
      return rows.flatMap((row) => {
        const parsed = webhookSchema.safeParse(row)
        return parsed.success ? [parsed.data] : []
      })
    },
    async registerWebhook(url, types) {
      await client.call('webhooks.register', { url, types })
    },
    async unregisterWebhook(url, types) {
      await client.call('webhooks.unregister', { url, types })
    },
  }
}

/** `users.me` names the account by id only; the first department's name is what people call it. */
async function identify(client: TeamleaderClient): Promise<CrmAccount> {
  const read = readRow(await client.call('users.me'), userSchema, (user) => user)
  if ('unreadable' in read) {
    throw new SourceRejectedError(`users.me cannot be read: ${read.unreadable.problem}`, {
      code: 'unreadable_answer',
    })
  }
  const user = read.item
  const userName = [user.first_name, user.last_name].filter(Boolean).join(' ')
  return {
    accountExternalId: user.account.id,
    accountName: user.account.name ?? (await firstDepartmentName(client)) ?? userName,
    userName,
    userEmail: user.email ?? null,
  }
}

/** A user without the right to see departments can still connect. */
async function firstDepartmentName(client: TeamleaderClient): Promise<string | undefined> {
  try {
    const [first] = await listPage(client, 'departments.list', {
      sort: [{ field: 'default_department', order: 'asc' }],
    })
    const parsed = departmentSchema.safeParse(first)
    return parsed.success ? (parsed.data.name ?? undefined) : undefined
  } catch (problem) {
    if (problem instanceof SourceRejectedError) return undefined
    throw problem
  }
}
