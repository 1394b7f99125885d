import { z } from 'zod'
import { getCreditNote } from '../credit-moves.ts'
import { publishCreditNote } from '../documents.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { listPage, updatedSince } from '../paging.ts'
import type { CreditNoteRecord } from '../records.ts'
import { wireInstant } from '../wire.ts'
import { wireCreditNoteInfo, wireCreditNoteItem } from '../wire-credit-notes.ts'

const noteFilter = ask.filter({
  ids: z.array(ask.uuid),
  department_id: ask.uuid,
  updated_since: ask.instant,
  invoice_id: ask.uuid,
  project_id: ask.uuid,
  customer: ask.customerRef,
  credit_note_date_after: ask.day,
  credit_note_date_before: ask.day,
})
type NoteFilter = NonNullable<z.infer<typeof noteFilter>>
type Test = (note: CreditNoteRecord, filter: NoteFilter) => boolean

/** The end date is exclusive here, unlike the one of invoices. */
const tests: Test[] = [
  (note, filter) => !filter.department_id || note.departmentId === filter.department_id,
  (note, filter) => !filter.updated_since || updatedSince(filter.updated_since)(note),
  (note, filter) => !filter.invoice_id || note.invoiceId === filter.invoice_id,
  (_note, filter) => !filter.project_id,
  (note, { customer }) => !customer || note.customer.id === customer.id,
  (note, { credit_note_date_after: from }) => !from || note.date >= from,
  (note, { credit_note_date_before: before }) => !before || note.date < before,
]

const list = operation(
  200,
  z.object({ filter: noteFilter, page: ask.page, includes: ask.includes }),
  (world, input) =>
    listPage(
      world,
      {
        collection: world.creditNotes,
        rows: world.creditNotes.sorted({ name: 'created', key: (note) => note.createdAt }),
        order: 'created',
        filter: input.filter,
        matches: (note) => tests.every((test) => test(note, input.filter ?? {})),
        page: input.page,
        includes: input.includes,
      },
      wireCreditNoteItem,
    ),
)

/** `data` is documented as a list of one. */
const info = operation(200, ask.byId, (world, { id }) => {
  const wire = wireCreditNoteInfo(world, getCreditNote(world, id))
  return { data: world.answers.creditNoteInfoForm === 'array' ? [wire] : wire }
})

const download = operation(
  200,
  z.object({ id: ask.uuid, format: z.enum(['pdf', 'ubl/e-fff', 'ubl/peppol_bis_3']) }),
  (world, { id, format }, fileHost) => {
    const link = publishCreditNote(world, fileHost, { note: getCreditNote(world, id), format })
    return { data: { location: link.location, expires: wireInstant(link.expiresAt) } }
  },
)

const sendViaPeppol = operation(204, ask.byId, (world, { id }) => {
  const note = getCreditNote(world, id)
  Object.assign(note, { peppolStatus: 'sent', updatedAt: world.clock.now() })
  world.creditNotes.touch(note)
  world.emit({ type: 'creditNote.peppolSubmissionSucceeded', subject: { type: 'creditNote', id } })
})

export const creditNoteOperations: Record<string, Operation> = {
  'creditNotes.list': list,
  'creditNotes.info': info,
  'creditNotes.download': download,
  'creditNotes.sendViaPeppol': sendViaPeppol,
}
