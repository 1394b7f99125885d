// Promise C7: the amount due is always the open amount: after part payments and credits, on the page and in its QR code
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { fetchPage, pageUrlOf } from '../support/read-payment-page.ts'
import { pay, revoke } from '../support/read-payments.ts'
import { readQrOfSvg } from '../support/read-qr.ts'

let world: TestApp
let externalId: string
let url: string

beforeAll(async () => {
  world = await createTestApp()
  await world.send('PATCH', '/api/v1/creditor', { iban: 'BE68539007547034' })
  externalId = world.teamleader.control.addInvoice({ total: 12_150 }).id
  await world.drain()
  url = await pageUrlOf(world, externalId)
})
afterAll(() => world.stop())

test('at first it is the total, and nothing else is shown', async () => {
  expect(await seen()).toEqual({ due: '€121.50', scanned: 'EUR121.50', settled: undefined })
})

test('after a payment told here it is what is left, with how that comes about', async () => {
  const { id } = await invoiceOf(world, externalId)
  const payment = await pay(world, id, { amountCents: 2_150 })
  expect(await seen()).toEqual({ due: '€100.00', scanned: 'EUR100.00', settled: '€21.50' })
  await revoke(world, payment.id)
  expect(await seen()).toMatchObject({ due: '€121.50', scanned: 'EUR121.50' })
})

test('after a part payment and a credit note in Teamleader as well, until nothing is left', async () => {
  const { control } = world.teamleader
  control.partPay(externalId, 1_150)
  await world.drain()
  expect(await seen()).toEqual({ due: '€110.00', scanned: 'EUR110.00', settled: '€11.50' })
  control.creditInvoice(externalId, 10_000)
  await world.drain()
  expect(await seen()).toEqual({ due: '€10.00', scanned: 'EUR10.00', settled: '€111.50' })
  const { id } = await invoiceOf(world, externalId)
  await pay(world, id)
  expect(await seen()).toEqual({ due: undefined, scanned: undefined, settled: undefined })
  expect((await fetchPage(`${url}?lang=en`)).text).toContain('Nothing is left to pay')
})

/** The amounts on the page, and in what a bank app reads off its QR code. */
async function seen() {
  const { html, text } = await fetchPage(`${url}?lang=en`)
  return {
    due: /Amount due (€[\d.]+)/.exec(text)?.[1],
    settled: /Already paid or credited (€[\d.]+)/.exec(text)?.[1],
    scanned: readQrOfSvg(html)?.split('\n')[7],
  }
}
