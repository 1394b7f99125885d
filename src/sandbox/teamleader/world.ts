import type { SandboxAnswers } from './answers.ts'
import { defaultAnswers } from './answers.ts'
import type { Catalog } from './catalog.ts'
import { createCatalog } from './catalog.ts'
import type { Clock } from './clock.ts'
import { createClock } from './clock.ts'
import type { Collection } from './collection.ts'
import { createCollection } from './collection.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type {
  CompanyRecord,
  ContactRecord,
  CreditNoteRecord,
  FileRecord,
  InvoiceRecord,
  NoteRecord,
  SubscriptionRecord,
  TrackedEmailRecord,
} from './records.ts'

export type WorldEvent = { type: string; subject: { type: string; id: string } }

/** What can be wrong with a document, or with the address that it is to be had at. */
export const pdfFaultKinds = [
  'html',
  'empty',
  'cut',
  'missing',
  /** 403, as an address that has expired answers. */
  'forbidden',
  /** The address sends the caller on to a cloud's metadata. */
  'redirect',
  /** No answer. */
  'hang',
  /** Bytes that never end. */
  'endless',
  /** Less arrives than was announced. */
  'half',
  /** The document of the invoice that was booked before this one. */
  'other',
  /** Nobody opens it without a password. */
  'encrypted',
  /** It looks like a PDF at both ends only. */
  'damaged',
] as const

/** How documents come late or damaged. `next` counts down; without it the setting stays. */
export type PdfFault = { kind: (typeof pdfFaultKinds)[number]; next?: number; invoiceId?: string }

/** One Teamleader account, whole, in memory. */
export type World = {
  account: { id: string; name: string }
  clock: Clock
  random: Random
  answers: SandboxAnswers
  catalog: Catalog
  companies: Collection<CompanyRecord>
  contacts: Collection<ContactRecord>
  invoices: Collection<InvoiceRecord>
  creditNotes: Collection<CreditNoteRecord>
  subscriptions: Collection<SubscriptionRecord>
  notes: Collection<NoteRecord>
  trackedEmails: Collection<TrackedEmailRecord>
  files: Collection<FileRecord>
  /** Last number and date per department and fiscal year. */
  numbering: Map<string, { last: number; lastDate: string }>
  pdf: { delayMs: number; faults: PdfFault[] }
  /** Registered webhooks: the types wanted at each address. */
  hooks: Map<string, Set<string>>
  ignoreFilters: boolean
  movePagesWhilePaging: boolean
  /** The only way a change becomes a webhook. */
  emit(event: WorldEvent): void
  onEvent(listener: (event: WorldEvent) => void): void
}

/** An account with departments, rates and terms, and nothing else in it. */
export function createWorld(options: { seed: number; now: () => Date }): World {
  const random = createRandom(options.seed)
  const clock = createClock(options.now)
  const listeners: Array<(event: WorldEvent) => void> = []
  return {
    account: { id: random.uuid(), name: 'Van Damme Techniek' },
    clock,
    random,
    answers: defaultAnswers(),
    catalog: createCatalog(random, clock.now()),
    companies: createCollection(),
    contacts: createCollection(),
    invoices: createCollection(),
    creditNotes: createCollection(),
    subscriptions: createCollection(),
    notes: createCollection(),
    trackedEmails: createCollection(),
    files: createCollection(),
    numbering: new Map(),
    pdf: { delayMs: 0, faults: [] },
    hooks: new Map(),
    ignoreFilters: false,
    movePagesWhilePaging: false,
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    onEvent: (listener) => listeners.push(listener),
  }
}
