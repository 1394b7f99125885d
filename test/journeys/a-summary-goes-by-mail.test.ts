// Promise B8: a summary of an import by hand goes to whoever started it, once; a daily digest only when it is needed
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { type CapturedMail, type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { pressByHand, runByHand } from '../support/import-by-hand.ts'
import { lineOf } from '../support/read-ledger.ts'

let mailbox: Mailbox
let world: TestApp
beforeAll(async () => {
  mailbox = await startMailbox()
  const settings = { VORDER_SMTP_URL: mailbox.smtpUrl, VORDER_MAIL_FROM: 'vorder@vorder.example' }
  world = await createTestApp({ settings, switches: { importInvoicesAutomatically: false } })
})
beforeEach(() => mailbox.clear())
afterEach(async () => {
  world.teamleader.control.clearFaults()
  await world.send('PATCH', '/api/v1/me', { language: 'en' })
})
afterAll(async () => {
  await world.stop()
  await mailbox.stop()
})

const hour = 3_600_000

test('counts, amounts, and each invoice that stayed out with why and where, in text and HTML', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: '<b>Fleur & Co</b>' })
  const customer = { type: 'company' as const, id: company.id }
  control.addInvoice({ customer, total: 123_450 })
  const dollars = control.addInvoice({ customer, total: 1_000, currency: 'USD' })
  const paid = control.addInvoice({ customer, status: 'matched', total: 5_000 })
  const draft = control.addInvoice({ customer, status: 'draft' })
  await runByHand(world, 'preview')
  expect(mailbox.mails()).toEqual([])
  const done = await runByHand(world, 'import')
  const mail = onlyMail()
  expect(mail).toMatchObject({ to: ['ann@example.com'], from: 'vorder@vorder.example' })
  expect(mail.subject).toContain('Imported: 2 invoices, 2 left out')
  expect(mail.text).toMatch(/2 imported: €\s?1[.,]234[.,]50, (US)?\$\s?10[.,]00/)
  for (const left of [paid, draft]) {
    const line = await lineOf(world, left.id)
    expect(mail.text).toContain(line.cause?.title)
    expect(mail.text).toContain(line.cause?.remedy)
    expect(mail.text).toContain(`${world.publicUrl}/import?q=${left.id}`)
    expect(mail.html).toContain(`invoice_detail.php?id=${left.id}`)
  }
  expect(mail.text).not.toContain(dollars.id)
  expect(mail.text).toContain(`${world.publicUrl}/invoices/import?run=${done.run.id}`)
  expect(mail.html).toContain('&lt;b&gt;Fleur &amp; Co&lt;/b&gt;')
  expect(mail.html).not.toContain('<b>Fleur')
  await world.drain()
  await world.advance(hour)
  expect(mailbox.mails()).toHaveLength(1)
})

test.each([
  { language: 'nl', words: ['Ingelezen:', 'Nog een concept', 'Wat niet binnenkwam'] },
  { language: 'fr', words: ['Importé', 'Encore un brouillon', 'Ce qui n’est pas arrivé'] },
])('in the language of the person: $language', async ({ language, words }) => {
  await world.send('PATCH', '/api/v1/me', { language })
  await runByHand(world, 'import')
  const [mail] = mailbox.mails()
  for (const word of words) expect(`${mail?.subject}${mail?.html}`).toContain(word)
})

test('numbers that Teamleader does not show are named, and a long list is cut and counted', async () => {
  const { control } = world.teamleader
  for (let count = 0; count < 205; count += 1)
    control.addInvoice({ status: 'draft', createdAt: '2014-06-01T10:00:00Z', silent: true })
  await runByHand(world, 'import', { period: { from: '2014-06-01', to: '2014-06-01' } })
  expect(mailbox.mails()[0]?.text).toContain('And 5 more')
  mailbox.clear()
  await runByHand(world, 'import', { numbers: ['1999/12'] })
  expect(mailbox.mails()[0]?.text).toContain('1999/12')
})

test('an import that was cancelled or failed says so too', async () => {
  const { control } = world.teamleader
  control.addInvoice({ invoiceDate: '2013-01-01' })
  const asked = { period: { from: '2013-01-01', to: '2013-01-01' } }
  control.replyAlways('invoices.list', { kind: 'status', status: 403 })
  const failed = await runByHand(world, 'import', asked)
  expect(failed.run).toMatchObject({ state: 'failed', problem: { code: 'not_permitted' } })
  expect(mailbox.mails().map((mail) => mail.subject)).toEqual([expect.stringContaining('Import stopped')])
  control.clearFaults()
  mailbox.clear()
  const { id } = await pressByHand(world, 'import', asked)
  await world.send('POST', `/api/v1/long-runs/${id}/cancel`)
  await world.drain()
  // It had not begun: there is nothing to tell.
  expect(mailbox.mails()).toEqual([])
})

test('a mail of which nobody knows whether it left is not sent again', async () => {
  mailbox.refuseNext('cut')
  await runByHand(world, 'import', { period: { from: '2012-01-01', to: '2012-01-01' } })
  await world.advance(hour)
  await world.advance(24 * hour)
  expect(mailbox.mails()).toHaveLength(1)
  const { items } = await world.get('/activities?kind=importMail.notSent')
  expect(items[0]).toMatchObject({ cause: 'unknown' })
})

test('a process that dies between the mail and the note leaves it unknown, and sends nothing twice', async () => {
  await runByHand(world, 'import', { period: { from: '2012-01-02', to: '2012-01-02' } })
  expect(mailbox.mails()).toHaveLength(1)
  const mailId = await inTransaction(world.ctx, async (tx) => {
    const last = await tx.db
      .updateTable('importMails')
      .set({ state: 'sending' })
      .where('id', '=', (eb) => eb.selectFrom('importMails').select((each) => each.fn.max('id').as('id')))
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.enqueue({ name: 'send-import-mail', policy: 'stately' }, { ...creditor(), mailId: last.id })
    return last.id
  })
  await world.drain()
  expect(mailbox.mails()).toHaveLength(1)
  const state = await inTransaction(world.ctx, (tx) =>
    tx.db.selectFrom('importMails').select('state').where('id', '=', mailId).executeTakeFirst(),
  )
  expect(state).toEqual({ state: 'unknown' })
})

test('a mail server that is away gets the mail later; one that refuses is not asked again', async () => {
  mailbox.refuseNext({ code: 451, message: 'greylisted' })
  await runByHand(world, 'import', { period: { from: '2012-01-03', to: '2012-01-03' } })
  expect(mailbox.mails()).toHaveLength(0)
  await world.advance(hour)
  expect(mailbox.mails()).toHaveLength(1)
  mailbox.refuseNext({ code: 550, message: 'no such person' })
  await runByHand(world, 'import', { period: { from: '2012-01-04', to: '2012-01-04' } })
  await world.advance(hour)
  expect(mailbox.mails()).toHaveLength(1)
})

test('the daily digest: nothing while nothing needs a person, one mail a day when something does', async () => {
  const { control } = world.teamleader
  const path = `/api/v1/connections/${world.connectionId}`
  const field = control.addCustomField({ context: 'invoice', label: 'Profile', type: 'single_line' })
  await world.send('PATCH', path, { importInvoicesAutomatically: true, invoiceProfileFieldId: field.id })
  await world.drain()
  // Whatever the tests before left behind is told first.
  await nextMorning()
  mailbox.clear()
  control.addInvoice({ status: 'draft' })
  await world.drain()
  await nextMorning()
  await nextMorning()
  expect(mailbox.mails()).toEqual([])
  const odd = control.addInvoice({ customFields: [{ id: field.id, value: 'Unheard of' }] })
  await world.drain()
  await nextMorning()
  expect(mailbox.mails()).toHaveLength(1)
  expect(mailbox.mails()[0]).toMatchObject({ to: ['ann@example.com'] })
  expect(mailbox.mails()[0]?.text).toContain(odd.number)
  expect(mailbox.mails()[0]?.text).toContain('Unheard of')
  await world.app.jobs.runSchedule('digests')
  await world.drain()
  await nextMorning()
  expect(mailbox.mails()).toHaveLength(1)
  control.replyAlways('invoices.list', { kind: 'status', status: 403 })
  control.replyAlways('invoices.info', { kind: 'status', status: 403 })
  control.addInvoice()
  await world.drain()
  await nextMorning()
  await nextMorning()
  expect(mailbox.mails()).toHaveLength(2)
  expect(mailbox.mails()[1]?.text).toContain('Teamleader refused to show it')
})

function onlyMail(): CapturedMail {
  const [mail, ...more] = mailbox.mails()
  expect(more).toEqual([])
  if (!mail) throw new Error('No mail came')
  return mail
}

function creditor(): { creditorId: string } {
  return { creditorId: world.ctx.scope.kind === 'creditor' ? world.ctx.scope.creditorId : '' }
}

/** Eight o'clock in Brussels, tomorrow; both clocks move there. */
async function nextMorning(): Promise<void> {
  const now = Temporal.Instant.fromEpochMilliseconds(world.ctx.now().getTime()).toZonedDateTimeISO(
    'Europe/Brussels',
  )
  const morning = now.add({ days: 1 }).with({ hour: 8, minute: 0 })
  await world.advance(morning.epochMilliseconds - now.epochMilliseconds)
  await world.app.jobs.runSchedule('digests')
  await world.drain()
}
