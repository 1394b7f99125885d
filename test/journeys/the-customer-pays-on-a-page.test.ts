// Promise C6: the payment page says who asks, how much, until when and how to pay; its link cannot be guessed and leaks nothing
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'
import { fetchPage, linkOf, pageUrlOf } from '../support/read-payment-page.ts'

const iban = 'BE68539007547034'
const day = 24 * 60 * 60_000

let world: TestApp
let externalId: string
let otherId: string
let url: string

beforeAll(async () => {
  world = await createTestApp({ resting: [] })
  await world.send('PATCH', '/api/v1/creditor', { name: 'Drukkerij De Blauwe', iban, language: 'nl' })
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', language: 'nl' })
  externalId = control.addInvoice({ customer: { type: 'company', id: company.id }, total: 12_150 }).id
  const other = control.addCompany({ name: 'Garage Janssens' })
  otherId = control.addInvoice({ customer: { type: 'company', id: other.id }, total: 77_700 }).id
  await world.drain()
  url = await pageUrlOf(world, externalId)
})
afterAll(() => world.stop())

test('the page names creditor, amount, due date, account and reference, in the language of the customer', async () => {
  const invoice = await invoiceOf(world, externalId)
  const { status, html, text } = await fetchPage(url)
  expect(status).toBe(200)
  expect(html).toContain('<html lang="nl">')
  for (const shown of [
    'Drukkerij De Blauwe',
    `Factuur ${invoice.number}`,
    'Voor Bakkerij Peeters',
    'Te betalen',
    'BE68 5390 0754 7034',
    Temporal.PlainDate.from(invoice.dueDate ?? '').toLocaleString('nl-BE', { dateStyle: 'long' }),
  ])
    expect(text).toContain(shown)
  expect(text).toMatch(/€\s121,50/)
  expect(text).toMatch(/\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/)
  expect(html).toContain('<svg class="qr"')
  expect(Buffer.byteLength(html)).toBeLessThan(50_000)
})

test.each([
  ['en', 'Amount due', 'I have a question'],
  ['nl', 'Te betalen', 'Ik heb een vraag'],
  ['fr', 'Montant à payer', 'J’ai une question'],
  ['de', 'Zu zahlen', 'Ich habe eine Frage'],
])('it can be read in %s', async (language, due, question) => {
  const { html, text } = await fetchPage(`${url}?lang=${language}`)
  expect(html).toContain(`<html lang="${language}">`)
  expect(text).toContain(due)
  expect(text).toContain(question)
})

test('what the customer said stands on the page in each language, the amount beside it; of a hold, and of why, nothing', async () => {
  const { id } = await invoiceOf(world, externalId)
  const said = (path: string, body: object) => world.send('POST', `/api/v1/invoices/${id}/${path}`, body)
  const secret = 'geheim: de klant liegt'
  const before = (await fetchPage(`${url}?lang=nl`)).text
  await said('hold', { reason: secret })
  expect((await fetchPage(`${url}?lang=nl`)).text).toBe(before)
  await said('dispute', { reason: secret })
  const day = Temporal.Now.plainDateISO().add({ days: 10 })
  await said('promise', { promisedFor: day.toString(), promisedCents: 5_000, reason: secret })
  for (const [language, disputed, promised] of [
    ['en', 'Drukkerij De Blauwe is looking into it', /You promised to pay €50.00 by/],
    ['nl', 'Drukkerij De Blauwe kijkt het na', /U beloofde €\s50,00 te betalen tegen/],
    ['fr', 'Drukkerij De Blauwe vérifie', /Vous avez promis de payer 50,00\s€ pour le/],
    ['de', 'Drukkerij De Blauwe prüft es', /Sie haben zugesagt, bis zum .* zu zahlen/],
  ] as const) {
    const { text } = await fetchPage(`${url}?lang=${language}`)
    expect(text).toContain(disputed)
    expect(text).toMatch(promised)
    expect(text).toContain(day.toLocaleString(`${language}-BE`, { dateStyle: 'long' }))
    expect(text).toMatch(/121[.,]50/)
    expect(text).not.toContain(secret)
  }
  for (const kind of ['hold', 'dispute', 'promise'])
    await world.send('DELETE', `/api/v1/invoices/${id}/${kind}`)
  expect((await fetchPage(`${url}?lang=nl`)).text).toBe(before)
})

test('more than is open cannot be promised', async () => {
  const { id } = await invoiceOf(world, externalId)
  const promisedFor = Temporal.Now.plainDateISO().add({ days: 10 }).toString()
  const answer = await world.visitor.request('POST', `/api/v1/invoices/${id}/promise`, {
    promisedFor,
    promisedCents: 12_151,
  })
  expect(answer.status).toBe(422)
})

test('the PDF is shown and saved, by headers under which nothing of it can run or be kept', async () => {
  const { html } = await fetchPage(url)
  expect(html).toContain('/invoice.pdf')
  const shown = await fetch(`${url}/invoice.pdf`)
  expect(shown.status).toBe(200)
  expect(
    Buffer.from(await shown.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename=".+\.pdf"/)
  const saved = await fetch(`${url}/invoice.pdf?download=true`)
  await saved.arrayBuffer()
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
  for (const { headers } of [shown, saved]) {
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('nothing keeps, finds, frames or feeds the page, and it sets no cookie', async () => {
  const { headers } = await fetchPage(url)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toMatch(/https?:\/\//)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.getSetCookie()).toEqual([])
})

test('whoever only looks changes nothing: programs that follow links in mails do no harm', async () => {
  const before = await everything()
  for (const path of ['', '?lang=fr', '?asked=1', '/invoice.pdf', '/question']) {
    await (await fetch(url + path)).arrayBuffer()
    await fetch(url + path, { method: 'HEAD' })
  }
  expect(await everything()).toBe(before)
})

test('a link opens its own invoice only, and none is like another', async () => {
  const other = await pageUrlOf(world, otherId)
  const { html } = await fetchPage(url)
  const { number, customerName } = await invoiceOf(world, otherId)
  expect(customerName).toBe('Garage Janssens')
  for (const theirs of [other, String(number), customerName]) expect(html).not.toContain(theirs)
  const [token, otherToken] = [url, other].map((one) => one.split('/').at(-1) ?? '')
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(Buffer.from(token ?? '', 'base64url')).toHaveLength(24)
  expect(otherToken).not.toBe(token)
  expect((await linkOf(world, externalId)).url).toContain(token)
})

test('the database opens no page: neither the token nor the key is in it', async () => {
  const token = url.split('/').at(-1) ?? ''
  const { rows } = await world.app.ctx.database.owner.query(
    'select payment_links::text as row from payment_links',
  )
  expect(rows.length).toBeGreaterThan(0)
  const text = JSON.stringify(rows)
  expect(text).not.toContain(token)
  expect(text).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  expect(world.logLines.join('')).not.toContain(token)
})

test('an expired link says so and nothing of the invoice; with a later end it opens again', async () => {
  const { id, number } = await invoiceOf(world, externalId)
  const path = `/api/v1/invoices/${id}/payment-link`
  await world.send('PATCH', path, { expiresAt: new Date(Date.now() + day).toISOString() })
  expect((await fetchPage(url)).status).toBe(200)
  await world.advance(2 * day)
  for (const part of ['?lang=en', '/invoice.pdf?lang=en']) {
    const { status, text } = await fetchPage(url + part)
    expect(status).toBe(410)
    expect(text).toContain('This link has expired')
    for (const secret of [String(number), 'Peeters', 'Blauwe', '121']) expect(text).not.toContain(secret)
  }
  await world.send('PATCH', path, { expiresAt: null })
  expect((await fetchPage(url)).status).toBe(200)
})

test('a renewed link takes the place of the old one; a revoked one is as if it had never been', async () => {
  const { id } = await invoiceOf(world, externalId)
  const path = `/api/v1/invoices/${id}/payment-link`
  await world.send('POST', `${path}/renew`, {})
  const renewed = await pageUrlOf(world, externalId)
  expect(renewed).not.toBe(url)
  expect((await fetchPage(renewed)).status).toBe(200)
  const [revoked, unknown] = [
    await fetchPage(`${url}?lang=en`),
    await fetchPage(`${world.url}/pay/${'A'.repeat(32)}?lang=en`),
  ]
  expect(revoked.status).toBe(404)
  expect(revoked.html).toBe(unknown.html)
  await world.send('DELETE', path)
  expect((await fetchPage(renewed)).status).toBe(404)
  expect((await fetchPage(`${renewed}/invoice.pdf`)).status).toBe(404)
  // Nothing makes a new one behind the back of whoever revoked it.
  expect(await linkOf(world, externalId)).toMatchObject({ state: 'revoked', url: null })
  await world.send('POST', `${path}/renew`, {})
  expect((await fetchPage(await pageUrlOf(world, externalId))).status).toBe(200)
  expect(await historyOf(world, id)).toEqual(
    expect.arrayContaining(['invoice.paymentLinkRenewed', 'invoice.paymentLinkRevoked']),
  )
})

test('the answer to a form, opened again, leads to the page; a spoilt address says so in words', async () => {
  const again = await fetchPage(`${url}/question?lang=fr`)
  expect(again.status).toBe(303)
  expect(again.headers.get('x-robots-tag')).toContain('noindex')
  expect(again.headers.get('location')).toBe(`${new URL(url).pathname}?lang=fr#question`)
  const spoilt = await fetchPage(`${url}/`, { headers: { 'accept-language': 'nl' } })
  expect(spoilt.status).toBe(404)
  expect(spoilt.html).toContain('<html lang="nl"')
})

test('two who ask for the link at once get the same one', async () => {
  const added = world.teamleader.control.addInvoice()
  await world.drain()
  const { id } = await invoiceOf(world, added.id)
  const links = await Promise.all(
    [1, 2, 3, 4].map(() => world.get<{ url: string }>(`/invoices/${id}/payment-link`)),
  )
  expect(new Set(links.map((link) => link.url)).size).toBe(1)
})

test('another secret key closes no page: links that were sent open it, and new mails carry another one', async () => {
  const added = world.teamleader.control.addInvoice()
  await world.drain()
  const now = await pageUrlOf(world, added.id)
  // As if a key that nobody has any more had made it: its hash is all that is left of it.
  const sent = 'B'.repeat(32)
  const { owner } = world.app.ctx.database
  await owner.query('update payment_links set token_hash = $1 where token_hash = $2', [
    createHash('sha256').update(sent).digest(),
    createHash('sha256')
      .update(now.split('/').at(-1) ?? '')
      .digest(),
  ])
  const next = await pageUrlOf(world, added.id)
  expect(await pageUrlOf(world, added.id)).toBe(next)
  expect(next).not.toBe(now)
  for (const address of [next, `${world.url}/pay/${sent}`])
    expect((await fetchPage(address)).status).toBe(200)
  const { id } = await invoiceOf(world, added.id)
  await world.send('DELETE', `/api/v1/invoices/${id}/payment-link`)
  for (const address of [next, `${world.url}/pay/${sent}`])
    expect((await fetchPage(address)).status).toBe(404)
})

test('a paid invoice thanks, an archived one asks for nothing; neither shows a way to pay', async () => {
  const { control } = world.teamleader
  const paid = await pageUrlOf(world, otherId)
  control.payInvoice(otherId)
  await world.drain()
  const thanks = await fetchPage(`${paid}?lang=en`)
  expect(thanks.text).toContain('Nothing is left to pay')
  const gone = control.addInvoice({ total: 5_000 })
  await world.drain()
  const archived = await pageUrlOf(world, gone.id)
  control.deleteInvoice(gone.id)
  await world.drain()
  const closed = await fetchPage(`${archived}?lang=en`)
  expect(closed.text).toContain('no longer asks for payment')
  for (const { status, html } of [thanks, closed]) {
    expect(status).toBe(200)
    expect(html).not.toContain('class="qr"')
    expect(html).not.toContain('BE68')
  }
})

test('without an account the page says whom to ask; in another currency it shows no QR code and says how to pay', async () => {
  const page = await pageUrlOf(world, externalId)
  await world.send('PATCH', '/api/v1/creditor', { iban: null })
  const without = await fetchPage(`${page}?lang=en`)
  expect(without.text).toContain('has not given an account number')
  expect(without.html).not.toContain('class="qr"')
  await world.send('PATCH', '/api/v1/creditor', { iban })
  await world.app.ctx.database.owner.query(`update invoices set currency = 'USD' where external_id = $1`, [
    externalId,
  ])
  const dollars = await fetchPage(`${page}?lang=en`)
  expect(dollars.text).toContain('This invoice is in USD')
  expect(dollars.text).toContain('BE68 5390 0754 7034')
  expect(dollars.html).not.toContain('class="qr"')
})

test('whoever tries many links has to wait', async () => {
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      fetchPage(`${world.url}/pay/${String(at).padStart(32, 'g')}?lang=en`),
    ),
  )
  const waiting = tries.filter(({ status }) => status === 429)
  expect(waiting.length).toBeGreaterThan(5)
  expect(waiting[0]?.text).toContain('Wait a minute')
  expect(Number(waiting[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(tries.every(({ status }) => status === 404 || status === 429)).toBe(true)
})

/** What the business holds that a visit could change. */
async function everything(): Promise<string> {
  const tables = ['payment_links', 'questions', 'activities', 'invoices', 'messages', 'payments']
  const counts = tables.map(
    (table) =>
      `select '${table}' as t, md5(coalesce(string_agg(x::text, '' order by x::text), '')) from ${table} x`,
  )
  const { rows } = await world.app.ctx.database.owner.query(counts.join(' union all '))
  return JSON.stringify(rows)
}
