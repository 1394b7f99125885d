import { expect, test } from 'vitest'
import type { Invoice, InvoiceFacts } from './invoice.ts'
import { changeActivities, changedFacts, type InvoiceChange } from './invoice-changes.ts'
import { type PaidHere, settle } from './settle.ts'

const shared = {
  externalId: 'x',
  number: '2026 / 1',
  customerId: 'cus_1',
  customerName: 'Bakkerij Peeters',
  departmentExternalId: null,
  invoiceDate: '2026-01-05',
  dueDate: '2026-02-04',
  currency: 'EUR',
  totalCents: 10_000,
  openCents: 10_000,
  paymentState: 'open',
  paidAt: null,
  remittance: null,
  purchaseOrderNumber: null,
  documentVersion: 'v1',
  webUrl: null,
  externalCreatedAt: null,
  externalUpdatedAt: null,
} as const

const facts: InvoiceFacts = {
  ...shared,
  profile: {
    profileId: 'prf_1',
    profileName: 'Standard',
    chosenBy: 'connection',
    warning: null,
    warningValue: null,
  },
}
const known: Invoice = {
  ...shared,
  id: 'inv_1',
  connectionId: 'con_1',
  invitationState: 'none',
  isOnHold: false,
  isDisputed: false,
  promisedFor: null,
  documentState: 'retrieved',
  state: 'booked',
  stateCause: null,
  profileId: 'prf_1',
  profileChosenBy: 'connection',
  profileWarning: null,
  profileWarningValue: null,
  importedAt: new Date(0),
  sourceOpenCents: 10_000,
  sourcePaymentState: 'open',
  sourcePaidAt: null,
  paidHereCents: 0,
  paidHereAt: null,
  overpaidCents: 0,
}

function changeOf(
  was: Invoice,
  is: InvoiceFacts,
  paidHere: PaidHere = { cents: 0, at: null },
): InvoiceChange {
  const settlement = settle({ totalCents: is.totalCents, source: is, paidHere })
  return { known: was, facts: is, paidHere, settlement }
}

function kindsAfter(
  change: Partial<InvoiceFacts>,
  before: Partial<Invoice> = {},
  paidHere?: PaidHere,
): string[] {
  const all = changeOf({ ...known, ...before }, { ...facts, ...change }, paidHere)
  return changeActivities(all, changedFacts(all)).map((activity) => activity.kind)
}

test('nothing changed: nothing to write, also when only the time of change moved', () => {
  expect(changedFacts(changeOf(known, facts))).toEqual([])
  expect(changedFacts(changeOf(known, { ...facts, externalUpdatedAt: new Date() }))).toEqual([])
})

const paid = { paymentState: 'paid', openCents: 0, paidAt: new Date(1) } as const
const partPaid = { paymentState: 'part_paid', openCents: 4_000 } as const

test.each([
  ['paid', paid, {}, ['invoice.paid']],
  ['credited', { paymentState: 'credited', openCents: 0 }, {}, ['invoice.credited']],
  ['part paid', partPaid, {}, ['invoice.partPaid']],
  ['more of it paid', { ...partPaid, openCents: 1_000 }, partPaid, ['invoice.partPaid']],
  ['a payment taken back', {}, { ...paid, state: 'paid' }, ['invoice.reopened']],
  ['a new due date', { dueDate: '2026-03-01' }, {}, ['invoice.updated']],
  ['paid with a new due date', { ...paid, dueDate: '2026-03-01' }, {}, ['invoice.paid', 'invoice.updated']],
  ['back from the archive', {}, { state: 'archived', stateCause: 'deleted_in_crm' }, ['invoice.updated']],
] as const)('%s', (_, change, before, kinds) => {
  expect(kindsAfter(change, before)).toEqual(kinds)
})

test('a payment told here is told once, and the CRM hearing of it is no news', () => {
  const paidAt = new Date(2)
  const here = { cents: 10_000, at: paidAt }
  expect(kindsAfter({}, {}, here)).toEqual(['invoice.paid'])
  const settled = {
    ...paid,
    paidAt,
    state: 'paid',
    stateCause: 'paid_here',
    paidHereCents: 10_000,
    paidHereAt: paidAt,
  } as const
  expect(kindsAfter({}, settled, here)).toEqual([])
  expect(kindsAfter({ ...paid, paidAt }, settled, { cents: 0, at: null })).toEqual([])
  expect(kindsAfter({}, settled, { cents: 0, at: null })).toEqual(['invoice.reopened'])
  expect(kindsAfter({ ...paid, paidAt }, settled, here)).toEqual(['invoice.overpaid'])
})

test('another profile is told with its cause, an unknown value with the value', () => {
  const unknown = {
    profileId: 'prf_1',
    profileName: 'Standard',
    chosenBy: 'connection',
    warning: 'unknown_profile',
    warningValue: 'A',
  } as const
  expect(
    kindsAfter({ profile: { ...facts.profile, profileId: 'prf_2', chosenBy: 'invoice_field' } }),
  ).toEqual(['invoice.profileChosen'])
  expect(kindsAfter({ profile: unknown })).toEqual(['invoice.profileChosen', 'invoice.profileUnknown'])
  const before = { profileWarning: 'unknown_profile', profileWarningValue: 'A' } as const
  expect(kindsAfter({ profile: unknown }, before)).toEqual([])
  expect(kindsAfter({ profile: { ...unknown, warningValue: 'B' } }, before)).toContain(
    'invoice.profileUnknown',
  )
})
