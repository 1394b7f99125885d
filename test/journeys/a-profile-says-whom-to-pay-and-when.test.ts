// Promise C1: a profile's own account and beneficiary stand in the mail, on the payment page and in its QR code; a sent message keeps the ones it was sent with
// Promise C2: nothing leaves on days on which the business is closed, and the calendar says so
// Promise C9: no switch goes on without an account, and each field that is wrong is named with a code
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoiceOf } from '../support/read-ledger.ts'
import {
  changeProfile,
  createMailWorld,
  invitationOf,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'
import { fetchPage, pageUrlOf, sendQuestion, stampOf } from '../support/read-payment-page.ts'
import { readQrOfSvg } from '../support/read-qr.ts'
import { advanceTo, mondayAtTen, remindersOf, tick } from '../support/read-reminders.ts'

type Field = { path: string; code?: string; params?: Record<string, string> }
type Answer = { status: number; body: { error?: { fields?: Field[] }; version?: number } }

const ofBusiness = 'BE71096123456769'
const ofProfile = 'BE68539007547034'
const ofProfileLater = 'NL91ABNA0417164300'
const printed = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ')
const creditor = '/api/v1/creditor'

let world: MailWorld
let monday: Temporal.ZonedDateTime
beforeAll(async () => {
  world = await createMailWorld({ profile: { sendReminders: true } })
  monday = mondayAtTen(world.ctx.now())
  await advanceTo(world, monday)
})
afterAll(() => stopMailWorld(world))

const patch = (path: string, body: unknown) => world.visitor.request('PATCH', path, body) as Promise<Answer>
const profilePath = () => `/api/v1/profiles/${world.profileId}`
const fieldsOf = async (answer: Promise<Answer>) => {
  const { status, body } = await answer
  expect(status).toBe(422)
  return (body.error?.fields ?? []).map(({ path, code, params }) => ({
    path,
    code,
    ...(params && { params }),
  }))
}

async function addInvoice(dueInDays: number): Promise<string> {
  const company = world.teamleader.control.addCompany({
    name: 'Bakkerij Peeters',
    email: 'info@peeters.example',
    language: 'nl',
  })
  const dueOn = monday.toPlainDate().add({ days: dueInDays }).toString()
  const { id } = world.teamleader.control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn })
  await world.drain()
  return id
}

test('whom to pay: in the mail, on the page and in its code; a message keeps the version it was sent with', async () => {
  await changeProfile(world, { iban: ' be68 5390 0754 7034 ', beneficiary: 'Demeyer Holding' })
  const id = await addInvoice(30)
  const invitation = await invitationOf(world, id)
  const mail = world.mailbox.mails().at(-1)
  expect(mail?.text).toContain('Begunstigde: Demeyer Holding')
  expect(mail?.text).toContain(`Rekening: ${printed(ofProfile)}`)
  expect(mail?.text).not.toContain(printed(ofBusiness))
  const url = await pageUrlOf(world, id)
  const page = await fetchPage(url)
  expect(page.text).toContain(printed(ofProfile))
  expect(readQrOfSvg(page.html)?.split('\n').slice(5, 7)).toEqual(['Demeyer Holding', ofProfile])

  await changeProfile(world, { iban: ofProfileLater })
  expect(await world.get(`/profiles/${world.profileId}`)).toMatchObject({
    version: (invitation.profileVersion ?? 0) + 1,
  })
  const sent = await world.get<{ text: string; profileVersion: number }>(`/messages/${invitation.id}/preview`)
  expect(sent.text).toContain(printed(ofProfile))
  expect(sent.text).not.toContain(printed(ofProfileLater))
  expect(sent.profileVersion).toBe(invitation.profileVersion)
  expect((await fetchPage(url)).text).toContain(printed(ofProfileLater))

  await changeProfile(world, { iban: null, beneficiary: null })
  const again = await fetchPage(url)
  expect(again.text).toContain(printed(ofBusiness))
  expect(readQrOfSvg(again.html)?.split('\n').slice(5, 7)).toEqual(['Atelier Demeyer', ofBusiness])
  expect(await fieldsOf(patch(profilePath(), { iban: 'BE68539007547035' }))).toMatchObject([{ path: 'iban' }])
})

test('what the payment page offers: without the PDF and without questions neither can be had', async () => {
  const id = await addInvoice(30)
  const invoice = await invoiceOf(world, id)
  const url = await pageUrlOf(world, id)
  const pdf = `${url}/invoice.pdf`
  const stamp = await stampOf(url)
  const question = { name: 'Jan', email: 'jan@peeters.example', text: 'Waarom?' }
  expect((await fetchPage(url)).html).toContain('/invoice.pdf')
  expect((await fetchPage(pdf)).status).toBe(200)
  await changeProfile(world, { showsDocument: false, takesQuestions: false })
  const { html } = await fetchPage(url)
  expect(html).not.toContain('/invoice.pdf')
  expect(html).not.toContain('<form')
  expect((await fetchPage(pdf)).status).toBe(404)
  // A form that was opened before.
  await world.advance(60_000)
  const sent = await sendQuestion(url, question, { stamp })
  expect(sent.headers.get('location')).toBe(new URL(url).pathname)
  expect((await world.get(`/invoices/${invoice.id}/questions`)).items).toEqual([])
  await changeProfile(world, { showsDocument: true, takesQuestions: true })
  expect((await sendQuestion(url, question, { stamp })).headers.get('location')).toContain('asked=1')
})

test('while the business is closed no reminder leaves; the calendar says when it does, and why not sooner', async () => {
  const today = monday.toPlainDate()
  const closed = { from: today.add({ days: 1 }).toString(), until: today.add({ days: 13 }).toString() }
  // Its first reminder is due the day after tomorrow.
  const id = await addInvoice(-1)
  await world.send('PATCH', creditor, {
    closedPeriods: [
      { from: '2099-07-01', until: '2099-07-31', note: '' },
      { ...closed, note: 'Jaarlijks verlof' },
    ],
  })
  const opensOn = today.add({ days: 14 }).toString()
  type Entry = { day: string; invoice: { id: string }; why: { explanation: string } }
  const { items } = await world.get<{ items: Entry[] }>(
    `/message-calendar?from=${today}&to=${today.add({ days: 15 })}`,
  )
  const own = (await invoiceOf(world, id)).id
  const [foretold, ...others] = items.filter(({ invoice }) => invoice.id === own)
  expect(others).toEqual([])
  expect(foretold).toMatchObject({ day: opensOn })
  expect(foretold?.why.explanation).toMatch(/closed from .+ to .+ \(Jaarlijks verlof\)/)
  const { nextSendAt } = await world.get<{ nextSendAt: string }>(`/profiles/${world.profileId}`)
  expect(nextSendAt.slice(0, 10)).toBe(today.toString())

  await advanceTo(world, monday.add({ days: 2 }))
  await advanceTo(world, monday.add({ days: 9 }))
  expect(await remindersOf(world, id)).toEqual([])
  await advanceTo(world, monday.add({ days: 14 }))
  await tick(world)
  expect(await remindersOf(world, id)).toMatchObject([{ state: 'sent', level: 2 }])
  await world.send('PATCH', creditor, { closedPeriods: [] })
  expect(
    (await patch(creditor, { closedPeriods: [{ from: '2026-02-02', until: '2026-02-01', note: '' }] }))
      .status,
  ).toBe(422)
})

test('replaced by one that does not remind, a reminder that waits is dropped; by one that does, the due one leaves', async () => {
  const today = Temporal.Instant.fromEpochMilliseconds(world.ctx.now().getTime())
    .toZonedDateTimeISO('Europe/Brussels')
    .withPlainTime('10:00')
  const dueInDays = today.toPlainDate().since(monday.toPlainDate()).days
  const id = await addInvoice(dueInDays)
  const { customer } = await invoiceOf(world, id)
  await world.send('PATCH', `/api/v1/customers/${customer.id}`, { facts: { email: null } })
  await advanceTo(world, today.add({ days: 7 }))
  expect(await remindersOf(world, id)).toMatchObject([
    { level: 1, state: 'held', stateWords: { code: 'no_address' } },
  ])
  const add = (name: string) => world.send<{ id: string }>('POST', '/api/v1/profiles', { name })
  const replaceBy = async (byProfileId: string) => {
    await world.send('POST', `/api/v1/profiles/${world.profileId}/replace`, { byProfileId })
    world.profileId = byProfileId
    await tick(world)
  }
  await replaceBy((await add('Quiet')).id)
  expect(await remindersOf(world, id)).toMatchObject([
    { level: 1, state: 'cancelled', stateWords: { code: 'reminders_off' } },
  ])
  await world.send('PATCH', `/api/v1/customers/${customer.id}`, { facts: { email: 'info@peeters.example' } })
  world.mailbox.clear()
  const firm = await add('Firm')
  await world.send('PATCH', `/api/v1/profiles/${firm.id}`, { sendOnBooking: true, sendReminders: true })
  await replaceBy(firm.id)
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'sent' }])
  expect(world.mailbox.mails().filter(({ subject }) => subject?.includes('erinnering'))).toHaveLength(1)
})

test('a switch needs an account, and the account stays while a switch is on; each field is named with its code', async () => {
  expect(await fieldsOf(patch(creditor, { iban: null }))).toEqual([
    { path: 'iban', code: 'account_needed_by', params: { profiles: 'Firm' } },
  ])
  expect(await world.get('/creditor')).toMatchObject({ iban: ofBusiness })
  // With an account of its own the profile does not need that of the business; then it needs its own.
  await changeProfile(world, { iban: ofProfile })
  await world.send('PATCH', creditor, { iban: null })
  expect(await fieldsOf(patch(profilePath(), { iban: null }))).toEqual([
    { path: 'iban', code: 'account_needed' },
  ])
  await changeProfile(world, { sendOnBooking: false, sendReminders: false, iban: null })
  expect(await fieldsOf(patch(profilePath(), { sendOnBooking: true, sendReminders: true }))).toEqual([
    { path: 'sendOnBooking', code: 'account_missing' },
    { path: 'sendReminders', code: 'account_missing' },
  ])
  const body = 'Zie {amout} op www.elders.example'
  expect(await fieldsOf(patch(profilePath(), { invitationTexts: { nl: { subject: ' ', body } } }))).toEqual([
    { path: 'invitationTexts.nl.subject', code: 'text_missing' },
    { path: 'invitationTexts.nl.body', code: 'unknown_placeholder', params: { name: '{amout}' } },
    { path: 'invitationTexts.nl.body', code: 'foreign_link', params: { address: 'www.elders.example' } },
  ])

  // At the same moment: never a switch that is on without an account.
  for (let round = 0; round < 5; round += 1) {
    await world.send('PATCH', creditor, { iban: ofBusiness })
    await Promise.all([patch(creditor, { iban: null }), patch(profilePath(), { sendOnBooking: true })])
    const { iban } = await world.get<{ iban: string | null }>('/creditor')
    const { sendOnBooking } = await world.get<{ sendOnBooking: boolean }>(`/profiles/${world.profileId}`)
    expect({ iban, sendOnBooking }).toEqual(
      iban === null ? { iban, sendOnBooking: false } : { iban: ofBusiness, sendOnBooking: true },
    )
    await changeProfile(world, { sendOnBooking: false })
  }
})
