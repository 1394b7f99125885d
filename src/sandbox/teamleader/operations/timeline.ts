import { z } from 'zod'
import { invalid, notFound } from '../api-error.ts'
import type { Collection } from '../collection.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { listPage } from '../paging.ts'
import type { FileRecord, NoteRecord, TrackedEmailRecord } from '../records.ts'
import { reference, wireInstant } from '../wire.ts'
import type { World } from '../world.ts'

const NOTE_SUBJECTS = 'company contact creditNote deal invoice nextgenProject product quotation subscription'
const subject = z.object({ type: z.enum(NOTE_SUBJECTS.split(' ')), id: ask.uuid })
const bySubject = z.object({
  filter: z.object({ subject }),
  page: ask.page,
  sort: ask.anySort,
  includes: ask.includes,
})
const notified = z.array(z.object({ type: z.literal('user'), id: ask.uuid })).optional()
const noteInput = z.object({ subject, content: ask.text, notify: notified })

/** The things that a note, a mail or a file can hang on here. */
function assertSubject(world: World, { type, id }: { type: string; id: string }): void {
  const collections: Record<string, { get(id: string): unknown }> = {
    company: world.companies,
    contact: world.contacts,
    invoice: world.invoices,
    creditNote: world.creditNotes,
    subscription: world.subscriptions,
  }
  if (!collections[type]?.get(id)) throw invalid('subject.id', 'must be valid')
}

type Timed = { id: string; subject: { type: string; id: string } | null }

function pageOf<T extends Timed>(
  world: World,
  collection: Collection<T>,
  listing: { asked: z.infer<typeof bySubject>; wire: (world: World, row: T) => unknown },
) {
  const { filter, page, includes } = listing.asked
  return listPage(
    world,
    {
      collection,
      rows: [...collection.all()],
      order: 'none',
      filter,
      matches: (row) => row.subject?.type === filter.subject.type && row.subject.id === filter.subject.id,
      page,
      includes,
    },
    listing.wire,
  )
}

function wireNote(_world: World, note: NoteRecord) {
  return { id: note.id, content: note.content, subject: note.subject, added_at: wireInstant(note.addedAt) }
}

const createNote = operation(201, noteInput, (world, asked) => {
  assertSubject(world, asked.subject)
  const { subject: on, content } = asked
  const note = { id: world.random.uuid(), subject: on, content, addedAt: world.clock.now() }
  world.notes.add(note)
  return { data: { type: 'note', id: note.id } }
})

const updateNote = operation(
  204,
  z.object({ id: ask.uuid, content: ask.text.optional() }),
  (world, asked) => {
    const note = world.notes.get(asked.id)
    if (!note) throw notFound('note')
    note.content = asked.content ?? note.content
    world.notes.touch(note)
  },
)

function wireTrackedEmail(world: World, email: TrackedEmailRecord) {
  return {
    ...wireNote(world, email),
    title: email.title,
    attachments: email.attachmentIds.map((id) => reference('file', id)),
  }
}

const createTrackedEmail = operation(
  201,
  noteInput.extend({ title: z.string().optional(), attachments: z.array(ask.uuid).optional() }),
  (world, asked) => {
    assertSubject(world, asked.subject)
    const { title = '', attachments: attachmentIds = [], ...note } = asked
    const email = { id: world.random.uuid(), ...note, title, attachmentIds, addedAt: world.clock.now() }
    world.trackedEmails.add(email)
    return { data: { type: 'emailTracking', id: email.id } }
  },
)

function wireFile(world: World, file: FileRecord) {
  return {
    id: file.id,
    subject: file.subject,
    name: file.name,
    mime_type: file.mimeType,
    size: file.bytes.length,
    updated_at: wireInstant(file.updatedAt),
    uploaded_by: reference('user', world.catalog.user.id),
    folder: file.folder,
  }
}

function getFile(world: World, id: string): FileRecord {
  const file = world.files.get(id)
  if (!file) throw notFound('file')
  return file
}

const MIME: Record<string, string> = { pdf: 'application/pdf', xml: 'application/xml', png: 'image/png' }

/** Gives an address; the file exists once its bytes were posted there. */
const upload = operation(
  200,
  z.object({
    name: ask.text,
    subject: z.object({ type: ask.text, id: ask.uuid }),
    folder: z.string().optional(),
  }),
  (world, { name, subject: on, folder = 'General' }, fileHost) => {
    const link = fileHost.expectUpload((bytes) => {
      const mimeType = MIME[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      const id = world.random.uuid()
      world.files.add({ id, subject: on, name, mimeType, folder, bytes, updatedAt: world.clock.now() })
      return id
    })
    return { data: { location: link.location, expires_at: wireInstant(link.expiresAt) } }
  },
)

const downloadFile = operation(200, ask.byId, (world, { id }, fileHost) => {
  const { name, mimeType, bytes } = getFile(world, id)
  const link = fileHost.publish({ name, mimeType, bytes: async () => bytes })
  return { data: { location: link.location, expires_at: wireInstant(link.expiresAt) } }
})

export const timelineOperations: Record<string, Operation> = {
  'notes.list': operation(200, bySubject, (world, asked) =>
    pageOf(world, world.notes, { asked, wire: wireNote }),
  ),
  'notes.create': createNote,
  'notes.update': updateNote,
  'emailTracking.list': operation(200, bySubject, (world, asked) =>
    pageOf(world, world.trackedEmails, { asked, wire: wireTrackedEmail }),
  ),
  'emailTracking.create': createTrackedEmail,
  'files.list': operation(200, bySubject, (world, asked) =>
    pageOf(world, world.files, { asked, wire: wireFile }),
  ),
  'files.info': operation(200, ask.byId, (world, { id }) => ({ data: wireFile(world, getFile(world, id)) })),
  'files.upload': upload,
  'files.download': downloadFile,
  'files.delete': operation(204, ask.byId, (world, { id }) => world.files.remove(getFile(world, id).id)),
}
