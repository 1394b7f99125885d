// Promise B9, C5: an import by hand that is killed goes on at its cursor: no double, none missed, no customer asked, one mail
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrokenPromises } from '../../src/imports/index.ts'
import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { linesByHand, pressByHand, seeImport } from '../support/import-by-hand.ts'
import { invoiceCount } from '../support/read-ledger.ts'
import { type Child, startChild } from '../support/start-child.ts'

let mailbox: Mailbox
let world: TestApp
let child: Child | undefined
beforeAll(async () => {
  mailbox = await startMailbox()
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createTestApp({
    settings: { VORDER_SMTP_URL: mailbox.smtpUrl, VORDER_MAIL_FROM: 'vorder@vorder.example' },
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
})
afterAll(async () => {
  await child?.kill()
  await world.stop()
  await mailbox.stop()
})

const invoices = 430

test('killed while it reads the lists, killed while it writes, and done by a third process', async () => {
  const { control, journal } = world.teamleader
  const { invoiceIds } = control.addMany({ invoices, customers: invoices })
  // Live, by a profile that sends: each customer would be asked, had the choice been lost on the way.
  const [profile] = (await world.get('/profiles')).items
  await world.send('PATCH', `/api/v1/profiles/${profile?.id}`, {
    sendOnBooking: true,
    waitForDocument: false,
  })
  await world.send('POST', `/api/v1/connections/${world.connectionId}/go-live`, { held: 'drop' })
  const { id } = await pressByHand(world, 'import', { invitations: 'none' })
  await killAt('invoices.list', 4)
  const found = (await seeImport(world, id)).found
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(invoices)
  journal.clear()
  await killAt('companies.list', 3)
  const halfWay = await seeImport(world, id)
  expect(halfWay.run.state).toBe('running')
  expect(halfWay.counts.imported).toBeGreaterThan(0)
  expect(halfWay.counts.imported).toBeLessThan(invoices)
  // It went on where it was: the pages that were stored are not read again, but for one look back.
  const pages = journal
    .requests({ operation: 'invoices.list' })
    .map(({ body }) => body as { filter: { updated_since?: string }; page: { number: number } })
  expect(pages.filter(({ filter, page }) => filter.updated_since && page.number === 1)).toEqual([])
  child = await startChild(world.environment)
  await expect
    .poll(async () => (await seeImport(world, id)).run.state, { timeout: 100_000, interval: 500 })
    .toBe('finished')
  const done = await seeImport(world, id)
  expect(done.counts).toMatchObject({ imported: invoices, updated: 0, unchanged: 0, skipped: 0, failed: 0 })
  expect(done.isComplete).toBe(true)
  expect(done.invitations).toEqual([{ invitation: 'none', count: invoices, customers: invoices }])
  expect(await invoiceCount(world)).toBe(invoices)
  expect(new Set((await linesByHand(world, id)).keys())).toEqual(new Set(invoiceIds))
  await expect.poll(() => mailbox.mails().length, { timeout: 30_000 }).toBe(1)
  expect(mailbox.mails()[0]?.subject).toContain(`${invoices} invoices, 0 left out`)
  const broken = (await findBrokenPromises(world.app.ctx)).filter(({ count }) => count > 0)
  expect(broken).toEqual([])
}, 240_000)

/** Lets a process work until Teamleader gets the nth such call of it, and kills it then. */
async function killAt(operation: string, nth: number): Promise<void> {
  const { control } = world.teamleader
  const victim = await startChild(world.environment)
  child = victim
  await new Promise<void>((resolve) => {
    let calls = 0
    control.replyAlways(operation, {
      kind: 'transform',
      transform(answer) {
        calls += 1
        if (calls === nth) void victim.kill().then(resolve)
        return answer
      },
    })
  })
  control.clearFaults()
}
