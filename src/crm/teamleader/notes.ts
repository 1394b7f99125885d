import { SourceRejectedError } from '../../errors.ts'
import type { CrmNote } from '../crm-payment.ts'
import type { CrmSource } from '../source.ts'
import { createdSchema, noteSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { filterIgnored, listAll } from './list-all.ts'
import { readRows } from './mapper.ts'

/** Reads and leaves notes on the timeline of an invoice. */
export function createNoteWriter(client: TeamleaderClient): Pick<CrmSource, 'listNotes' | 'createNote'> {
  return {
    async listNotes(invoiceExternalId) {
      const subject = { type: 'invoice', id: invoiceExternalId }
      const rows = await listAll(client, 'notes.list', { filter: { subject } })
      const { items } = readRows(rows, noteSchema, (row) => row)
      if (items.some((row) => row.subject?.id && row.subject.id !== invoiceExternalId))
        throw filterIgnored('notes.list', 'subject')
      return items.map((row): CrmNote => ({ externalId: row.id, content: row.content ?? '' }))
    },
    async createNote({ invoiceExternalId, content }) {
      const data = await client.call('notes.create', {
        subject: { type: 'invoice', id: invoiceExternalId },
        content,
      })
      const created = createdSchema.safeParse(data)
      if (created.success) return created.data.id
      throw new SourceRejectedError('notes.create answered without the id of the note', {
        code: 'unreadable_answer',
      })
    },
  }
}
