import { getConnection } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { ConflictError, ReconnectNeededError } from '../errors.ts'
import { getSending } from '../invitations/index.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import { type AskedInvoices, defaultPeriod, nameOfAsked, type Period, tidyAsked } from './asked-invoices.ts'
import { chooseInvitations, type InvitationChoice, invitesFrom } from './choose-invitations.ts'
import { inputOfRun, type ManualImportInput } from './manual-import.ts'
import { manualImportJob } from './manual-jobs.ts'

/** Without `asked` it is the last thirty days; without `invitations` what `chooseInvitations` says. */
export type StartManualImportInput = {
  connectionId: string
  asked?: AskedInvoices | undefined
  invitations?: InvitationChoice | undefined
}

/**
 * Says what an import of these invoices would do (promise B7): the same path, stopped before anything is stored. Nothing
 * is written to the CRM, the ledger or the invoices. Pressed again it gives the preview that is under way; throws
 * ConflictError `other_run_under_way` when that one is about other invoices.
 */
export function startInvoicePreview(ctx: Context, input: StartManualImportInput): Promise<LongRun> {
  return start(ctx, 'invoice_preview', input)
}

/**
 * Brings in invoices of a period, by number or by id, whatever the switch for automatic imports says (promises B7, B9).
 * Goes through the decision of every import, survives a stop, and tells the person by mail how it ended (B8). Pressed
 * again it gives the import that is under way; throws ConflictError `other_run_under_way` when that one is about others.
 */
export function startInvoiceImport(ctx: Context, input: StartManualImportInput): Promise<LongRun> {
  return start(ctx, 'invoice_import', input)
}

type Kind = 'invoice_preview' | 'invoice_import'

function start(ctx: Context, kind: Kind, wish: StartManualImportInput): Promise<LongRun> {
  const { connectionId, asked } = wish
  return inTransaction(ctx, async (tx) => {
    const connection = await getConnection(tx, { connectionId })
    if (connection.state !== 'connected')
      throw new ReconnectNeededError('Connect Teamleader first: Settings, Integrations')
    const { timeZone } = await getCreditor(tx)
    const wanted = tidyAsked(asked ?? { period: defaultPeriod(dayIn(timeZone, tx.now())) })
    const invitations = wish.invitations ?? chooseInvitations(wanted, await readKnown(tx, connectionId))
    const input: ManualImportInput = { connectionId, asked: wanted, timeZone, invitations }
    const { run, isNew } = await startLongRun(tx, {
      kind,
      subjectId: connectionId,
      name: nameOfAsked(wanted),
      input,
    })
    if (!isNew) return sameRun(run, input)
    await tx.enqueue(manualImportJob, { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

/** The days that the choice of `chooseInvitations` rests on. */
async function readKnown(tx: Tx, connectionId: string) {
  const { timeZone } = await getCreditor(tx)
  const { liveSince } = await getSending(tx, { connectionId })
  return { today: dayIn(timeZone, tx.now()), liveSince: liveSince && dayIn(timeZone, liveSince) }
}

function sameRun(run: LongRun, wanted: ManualImportInput): LongRun {
  const underWay = inputOfRun(run)
  if (isSame(underWay.asked, wanted.asked) && underWay.invitations === wanted.invitations) return run
  throw new ConflictError(
    `"${nameOfAsked(inputOfRun(run).asked)}" is still under way: wait for it, or cancel it first`,
    'other_run_under_way',
    { details: { runId: run.id } },
  )
}

/** The database keeps the members in an order of its own. */
function isSame(one: AskedInvoices, other: AskedInvoices): boolean {
  return textOf(one) === textOf(other)
}

function textOf(asked: AskedInvoices): string {
  const what =
    'period' in asked
      ? [asked.period.from, asked.period.to]
      : 'numbers' in asked
        ? asked.numbers
        : asked.externalIds
  return JSON.stringify([Object.keys(asked).sort(), what, asked.departmentExternalIds])
}

/** `invitesFrom`: a period that begins before is imported without invitations, unless a person says otherwise. */
export type OfferedPeriod = Period & { timeZone: string; invitesFrom: CalendarDay }

/** The period that the dialogue offers: the last thirty days on the calendar of the account. Throws NotFoundError. */
export function offeredPeriod(
  ctx: Context,
  { connectionId }: { connectionId?: string | undefined },
): Promise<OfferedPeriod> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await getCreditor(tx)
    const today = dayIn(timeZone, tx.now())
    const known = connectionId === undefined ? { today, liveSince: null } : await readKnown(tx, connectionId)
    return { ...defaultPeriod(today), timeZone, invitesFrom: invitesFrom(known) }
  })
}
