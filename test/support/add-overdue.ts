import type { MailWorld } from './read-messages.ts'

/** An invoice that fell due so many days ago, by its id in Teamleader and the address of its customer. */
export type Overdue = { externalId: string; email: string; dueDaysAgo: number }

/**
 * Many invoices, each of a customer of its own, that are overdue by the clock of this world and whose invitation left two
 * months ago: made without webhooks and found by one look through Teamleader.
 */
export async function addOverdue(world: MailWorld, dueDaysAgo: readonly number[]): Promise<Overdue[]> {
  const { control } = world.teamleader
  const today = Temporal.Instant.fromEpochMilliseconds(world.ctx.now().getTime())
    .toZonedDateTimeISO('Europe/Brussels')
    .toPlainDate()
  const added = dueDaysAgo.map((days) => {
    const email = `due-${crypto.randomUUID()}@customer-${Math.trunc(Math.random() * 1e9)}.example`
    const company = control.addCompany({ silent: true, email })
    const dueOn = today.subtract({ days }).toString()
    const customer = { type: 'company', id: company.id } as const
    const { id } = control.addInvoice({ silent: true, dueOn, customer })
    return { externalId: id, email, dueDaysAgo: days }
  })
  await world.app.jobs.runSchedule('reconcile')
  await world.drain()
  await world.app.ctx.database.owner.query(markInvited)
  return added
}

const markInvited = `
  with invited as (
    update invoices set invitation_state = 'sent' where invitation_state = 'none'
    returning id, creditor_id, connection_id, profile_id)
  insert into messages (id, creditor_id, connection_id, invoice_id, kind, level, state, origin, planned_for, mail_id, sent_to,
    subject, profile_id, profile_version, created_at, updated_at, sent_at)
  select 'msg_' || i.id, i.creditor_id, i.connection_id, i.id, 'invitation', 0, 'sent', 'booking', now(), i.id || '@test',
    'info@customer.example', 'Factuur', i.profile_id, p.version, now(), now(), now() - interval '60 days'
  from invited i join profiles p on p.id = i.profile_id`

/** How many mails reached each of these addresses since the mailbox was cleared. */
export function mailsTo(world: MailWorld, invoices: readonly Overdue[]): number[] {
  const counts = new Map<string, number>()
  for (const { to } of world.mailbox.mails()) counts.set(to[0] ?? '', (counts.get(to[0] ?? '') ?? 0) + 1)
  return invoices.map(({ email }) => counts.get(email) ?? 0)
}

type Reminder = { externalId: string; level: number; state: string; cause: string | null }

/** All reminders that there are, as they are kept. */
export async function listReminders(world: MailWorld): Promise<Reminder[]> {
  const { rows } = await world.app.ctx.database.owner.query<Reminder>(
    `select i.external_id as "externalId", m.level, m.state, m.cause from messages m join invoices i on i.id = m.invoice_id
     where m.kind = 'reminder' and m.state <> 'cancelled' order by m.id`,
  )
  return rows
}
