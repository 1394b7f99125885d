import { sql } from 'kysely'
import { getConnection } from '../connections/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { type Language, languageFrom } from '../texts/index.ts'
import { newId } from '../values/index.ts'
import type { NoteEvent } from './crm-note.ts'
import { leaveDueNotesJob } from './note-jobs.ts'
import { noteReference, noteText } from './note-text.ts'

/** `eventKey` tells events of one kind apart (the level of a reminder); `detail` ends the sentence. */
export type NewNote = {
  invoiceExternalId: string
  event: NoteEvent
  eventKey?: string
  detail?: (language: Language) => string
}

/** Wants one note left on an invoice in the CRM; see `leaveNotes`. */
export function leaveNote(tx: Tx, input: NewNote & { connectionId: string }): Promise<void> {
  return leaveNotes(tx, { connectionId: input.connectionId, notes: [input] })
}

/**
 * Wants notes left on invoices in the CRM, in the language of the business (promise B18): stored in the transaction of
 * what happened, left afterwards. One event of an invoice leaves one note, however often it is told. Does nothing while
 * the connection's switch is off.
 */
export async function leaveNotes(
  tx: Tx,
  input: { connectionId: string; notes: readonly NewNote[] },
): Promise<void> {
  if (input.notes.length === 0) return
  const connection = await getConnection(tx, input)
  if (!connection.leaveNotes || connection.state === 'disconnected') return
  const language = languageFrom((await getCreditor(tx)).language)
  const rows = input.notes.map((note) => rowOf(note, language))
  const written = await sql`
    insert into crm_notes (id, creditor_id, connection_id, invoice_external_id, event, event_key, reference, content,
      state, next_try_at, created_at)
    select r.id, ${creditorOf(tx)}, ${connection.id}, r.invoice_external_id, r.event, r.event_key, r.reference, r.content,
      'waiting', ${tx.now()}, ${tx.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id text, invoice_external_id text, event text, event_key text, reference text, content text)
    on conflict (connection_id, invoice_external_id, event, event_key) do nothing
    returning id`.execute(tx.db)
  if (written.rows.length === 0) return
  await tx.enqueue(
    leaveDueNotesJob,
    { creditorId: creditorOf(tx), connectionId: connection.id },
    { key: connection.id },
  )
}

function rowOf({ invoiceExternalId, event, eventKey = '', detail }: NewNote, language: Language) {
  const reference = noteReference({ invoiceExternalId, event, eventKey })
  return {
    id: newId('not'),
    invoice_external_id: invoiceExternalId,
    event,
    event_key: eventKey,
    reference,
    content: noteText({ event, reference, language, detail: detail?.(language) ?? '' }),
  }
}
