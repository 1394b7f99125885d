// Promise C6: whatever stands in names and references, the payment page shows it as text, and its code stays readable
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { fetchPage, pageUrlOf } from '../support/read-payment-page.ts'
import { readQrOfSvg } from '../support/read-qr.ts'
import { naughtyStrings } from './naughty-strings.ts'

const iban = 'BE68539007547034'
const tags = /<\/?[a-z][^<>]*>/g

let world: TestApp
let url: string
let invoiceId: string
let plain: string[]

beforeAll(async () => {
  world = await createTestApp()
  await world.send('PATCH', '/api/v1/creditor', { name: 'De Blauwe', iban, language: 'en' })
  const { id } = world.teamleader.control.addInvoice({ total: 12_150 })
  await world.drain()
  invoiceId = (await invoiceOf(world, id)).id
  url = await pageUrlOf(world, id)
  plain = tagsOf((await fetchPage(`${url}?lang=en`)).html)
})
afterAll(() => world.stop())

/** The elements by name: what text must not change. */
function tagsOf(html: string): string[] {
  return (html.match(tags) ?? []).map((tag) => tag.split(/[\s>]/)[0] ?? '')
}

// What the database itself cannot hold never reaches the page.
const storable = naughtyStrings.filter((text) => !text.includes('\u0000') && text.isWellFormed())

test.each(storable.map((text) => [JSON.stringify(text).slice(0, 60), text]))('%s', async (_shown, text) => {
  const name = (text.trim() === '' ? 'x' : text).slice(0, 200)
  const { owner } = world.app.ctx.database
  await owner.query(`update creditors set name = $1`, [name])
  await owner.query(`update invoices set customer_name = $1, remittance = $2 where id = $3`, [
    name,
    text.slice(0, 500),
    invoiceId,
  ])
  const { status, html } = await fetchPage(`${url}?lang=en`)
  expect(status).toBe(200)
  expect(tagsOf(html)).toEqual(plain)
  expect(Buffer.byteLength(html)).toBeLessThan(50_000)
  const lines = readQrOfSvg(html)?.split('\n') ?? []
  expect(lines.slice(0, 5)).toEqual(['BCD', '002', '1', 'SCT', ''])
  expect(lines.slice(6, 8)).toEqual([iban, 'EUR121.50'])
  expect(lines.length).toBeLessThanOrEqual(11)
})

test.each(['..%2f..%2fetc%2fpasswd', '%00', '%ff%fe', '__proto__', 'x'.repeat(5_000), '%f0%9f%92%a9', ' '])(
  'the address %j is no page, in words',
  async (token) => {
    const { status, html } = await fetchPage(`${world.url}/pay/${token}`)
    expect([400, 404, 414, 429]).toContain(status)
    expect(html).not.toContain('internal_error')
  },
)
