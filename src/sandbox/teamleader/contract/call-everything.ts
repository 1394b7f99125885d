type Body = Record<string, unknown>
type Found = { data: { id: string } }
type Listed = { data: Array<{ id: string }> }
/** Performs one operation and gives its parsed answer. */
export type Call = (operation: string, body?: Body) => Promise<unknown>
type Known = {
  departmentId: string
  rateId: string
  companyId: string
  contactId: string
  bookedId: string
}

/**
 * Calls every imitated operation at least once, on a seeded sandbox, with requests that a client would send.
 * Whoever passes `call` looks at the answers.
 */
export async function callEverything(call: Call): Promise<void> {
  const known = await readSettings(call)
  await driveCustomers(call, known)
  const invoiceId = await driveInvoices(call, known)
  await driveCredits(call, known)
  await driveSubscriptions(call, known)
  await driveTimeline(call, invoiceId)
  await driveWebhooks(call)
}

async function readSettings(call: Call): Promise<Known> {
  await call('users.me')
  await call('accounts.projects-v2-status')
  const departmentId = firstId(await call('departments.list', { filter: { status: ['active'] } }))
  await call('departments.info', { id: departmentId })
  const rateId = firstId(await call('taxRates.list', { filter: { department_id: departmentId } }))
  await call('paymentTerms.list')
  await call('paymentMethods.list', { filter: { status: ['active'] } })
  await call('documentTemplates.list', { filter: { department_id: departmentId, document_type: 'invoice' } })
  await call('mailTemplates.list', { filter: { type: 'invoice' } })
  await call('currencies.exchangeRates', { base: 'EUR' })
  await call('businessTypes.list', { country: 'BE' })
  await call('tags.list', { page: { size: 5, number: 1 } })
  const field = {
    label: 'Profile',
    type: 'single_select',
    context: 'invoice',
    configuration: { options: ['A', 'B'] },
  }
  const fieldId = foundId(await call('customFieldDefinitions.create', field))
  await call('customFieldDefinitions.list', {
    filter: { context: 'invoice' },
    page: { size: 100, number: 1 },
  })
  await call('customFieldDefinitions.info', { id: fieldId })
  const companyId = firstId(
    await call('companies.list', { page: { size: 100, number: 1 }, includes: 'custom_fields' }),
  )
  const contactId = firstId(
    await call('contacts.list', { page: { size: 100, number: 1 }, includes: 'custom_fields' }),
  )
  const bookedId = firstId(
    await call('invoices.list', { filter: { status: ['outstanding'] }, includes: 'late_fees' }),
  )
  return { departmentId, rateId, companyId, contactId, bookedId }
}

async function driveCustomers(call: Call, known: Known): Promise<void> {
  const address = { line_1: 'Markt 1', postal_code: '8000', city: 'Brugge', country: 'BE' }
  const facts = { language: 'nl', addresses: [{ type: 'primary', address }], tags: ['new'] }
  const emails = [
    { type: 'primary', email: 'info@new.example' },
    { type: 'invoicing', email: 'books@new.example' },
  ]
  const companyId = foundId(await call('companies.add', { name: 'New company', emails, ...facts }))
  await call('companies.update', { id: companyId, name: 'Newer company', website: 'https://new.example' })
  await call('companies.tag', { id: companyId, tags: ['vip'] })
  await call('companies.untag', { id: companyId, tags: ['new'] })
  await call('companies.uploadLogo', { id: companyId, image: null })
  const contactId = foundId(
    await call('contacts.add', {
      last_name: 'Nieuw',
      first_name: 'Nele',
      emails: emails.slice(0, 1),
      ...facts,
    }),
  )
  await call('contacts.update', { id: contactId, salutation: 'Mevr.' })
  await call('contacts.tag', { id: contactId, tags: ['vip'] })
  await call('contacts.untag', { id: contactId, tags: ['new'] })
  await call('contacts.uploadAvatar', { id: contactId, image: null })
  const link = { id: contactId, company_id: companyId, position: 'CFO', decision_maker: true }
  await call('contacts.linkToCompany', link)
  await call('contacts.updateCompanyLink', { ...link, position: 'CEO' })
  await call('contacts.info', { id: contactId })
  await call('companies.info', { id: companyId, includes: 'related_companies,related_contacts' })
  await call('contacts.unlinkFromCompany', { id: contactId, company_id: companyId })
  await call('contacts.delete', { id: contactId })
  await call('companies.delete', { id: companyId })
  await call('companies.info', { id: known.companyId })
  await call('contacts.info', { id: known.contactId })
}

function linesOf(known: Known, amount: number): Body[] {
  const price = { amount, tax: 'excluding' }
  const item = { quantity: 1, description: 'Work', unit_price: price, tax_rate_id: known.rateId }
  return [{ section: { title: 'Work' }, line_items: [item] }]
}

function draftBody(known: Known, amount: number): Body {
  return {
    invoicee: { customer: { type: 'company', id: known.companyId }, for_attention_of: { name: 'Finance' } },
    department_id: known.departmentId,
    payment_term: { type: 'after_invoice_date', days: 14 },
    grouped_lines: linesOf(known, amount),
    discounts: [{ type: 'percentage', value: 5, description: 'Loyal customer' }],
  }
}

async function driveInvoices(call: Call, known: Known): Promise<string> {
  const on = new Date().toISOString().slice(0, 10)
  const id = foundId(await call('invoices.draft', draftBody(known, 100)))
  await call('invoices.update', { id, note: 'Thank you' })
  const copyId = foundId(await call('invoices.copy', { id }))
  await call('invoices.delete', { id: copyId })
  await call('invoices.book', { id, on })
  await call('invoices.updateBooked', { id, note: 'Thank you very much' })
  const payment = { amount: 10, currency: 'EUR' }
  await call('invoices.registerPayment', { id, payment, paid_at: `${on}T10:00:00+00:00` })
  await call('invoices.info', { id, includes: 'late_fees' })
  await call('invoices.removePayments', { id })
  const content = { subject: 'Invoice', body: 'See #LINK' }
  await call('invoices.send', { id, content, recipients: { to: [{ email: 'a@b.example', customer: null }] } })
  await call('invoices.sendViaPeppol', { id })
  await call('invoices.download', { id, format: 'pdf' })
  await call('invoices.download', { id, format: 'ubl/peppol_bis_3' })
  await call('cloudPlatforms.url', { type: 'invoice', id })
  await call('invoices.info', { id: known.bookedId })
  return id
}

async function driveCredits(call: Call, known: Known): Promise<void> {
  const on = new Date().toISOString().slice(0, 10)
  const id = foundId(await call('invoices.draft', draftBody(known, 200)))
  await call('invoices.book', { id, on })
  await call('invoices.creditPartially', { id, grouped_lines: linesOf(known, 50) })
  const noteId = foundId(await call('invoices.credit', { id, credit_note_date: on }))
  await call('creditNotes.list', { filter: { invoice_id: id } })
  await call('creditNotes.info', { id: noteId })
  await call('creditNotes.download', { id: noteId, format: 'pdf' })
  await call('creditNotes.sendViaPeppol', { id: noteId })
}

async function driveSubscriptions(call: Call, known: Known): Promise<void> {
  const id = foundId(
    await call('subscriptions.create', {
      ...draftBody(known, 80),
      discounts: undefined,
      title: 'Maintenance',
      starts_on: '2026-01-01',
      billing_cycle: { periodicity: { unit: 'month', period: 1 }, days_in_advance: 7 },
      invoice_generation: {
        action: 'book_and_send',
        sending_methods: [{ method: 'email' }],
        payment_method: 'direct_debit',
      },
    }),
  )
  await call('subscriptions.update', { id, note: 'Yearly review' })
  await call('subscriptions.list', { filter: { status: ['active'] } })
  await call('subscriptions.info', { id })
  await call('subscriptions.deactivate', { id })
}

async function driveTimeline(call: Call, invoiceId: string): Promise<void> {
  const subject = { type: 'invoice', id: invoiceId }
  const noteId = foundId(await call('notes.create', { subject, content: 'Imported' }))
  await call('notes.update', { id: noteId, content: 'Imported and invited' })
  await call('notes.list', { filter: { subject } })
  await call('emailTracking.create', { subject, title: 'Invitation', content: '<p>Sent</p>' })
  await call('emailTracking.list', { filter: { subject } })
  const upload = (await call('files.upload', { name: 'note.pdf', subject })) as { data: { location: string } }
  await fetch(upload.data.location, { method: 'POST', body: '%PDF-1.3' })
  const fileId = firstId(await call('files.list', { filter: { subject } }))
  await call('files.info', { id: fileId })
  await call('files.download', { id: fileId })
  await call('files.delete', { id: fileId })
}

async function driveWebhooks(call: Call): Promise<void> {
  const registration = {
    url: 'https://hooks.example/teamleader',
    types: ['invoice.booked', 'invoice.updated'],
  }
  await call('webhooks.register', registration)
  await call('webhooks.list')
  await call('webhooks.unregister', registration)
}

function firstId(answer: unknown): string {
  const id = (answer as Listed).data[0]?.id
  if (id === undefined) throw new Error('An operation that must list something listed nothing')
  return id
}

function foundId(answer: unknown): string {
  return (answer as Found).data.id
}
