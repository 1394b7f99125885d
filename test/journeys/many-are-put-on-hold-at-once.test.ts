// Promise C10, C8: a selection is put on hold and released, each once; a question whose mail may not have left waits for a person
import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, invitationOf, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { pageUrlOf, sendQuestion, stampOf } from '../support/read-payment-page.ts'

let world: MailWorld
const ids: string[] = []
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true },
    resting: ['retrieve-documents'],
  })
  await world.send('PATCH', '/api/v1/creditor', { senderEmail: 'facturen@demeyer.example' })
  for (let n = 0; n < 4; n += 1) ids.push(world.teamleader.control.addInvoice().id)
  await world.drain()
  world.teamleader.control.payInvoice(ids[3] ?? '')
  await world.drain()
})
afterAll(() => stopMailWorld(world))

type Held = { ids: string[] }
const hold = (selection: object, reason?: string) =>
  world.send<Held>('POST', '/api/v1/invoices/hold', { selection, reason })
const end = (selection: object) => world.send<Held>('POST', '/api/v1/invoices/end-hold', { selection })
const onHold = async (q = '') => (await world.get(`/invoices?stop=hold${q}`)).items.map(({ id }) => id)

test('two at once hold each open invoice once; a settled one is left alone; ended, the history tells both', async () => {
  const own = (await world.get('/invoices?state=open')).items.map(({ id }) => String(id))
  expect(own).toHaveLength(3)
  const settled = (await invoiceOf(world, ids[3] ?? '')).id
  const [first, second] = await Promise.all([
    hold({ filter: {} }, 'strike'),
    hold({ ids: [...own, settled] }),
  ])
  expect([...(first?.ids ?? []), ...(second?.ids ?? [])].toSorted()).toEqual(own.toSorted())
  expect(new Set(await onHold())).toEqual(new Set(own))
  const [one] = own
  const next = await world.get<{ reminder: { code: string } }>(`/invoices/${one}/messages`)
  expect(next.reminder.code).toBe('on_hold')
  expect((await hold({ filter: { stop: 'hold' } })).ids).toEqual([])
  expect((await end({ filter: { stop: 'hold' } })).ids.toSorted()).toEqual(own.toSorted())
  expect(await onHold()).toEqual([])
  expect((await end({ filter: {} })).ids).toEqual([])
  const history = (await historyOf(world, String(one))).filter((kind) => kind.includes('old'))
  expect(history).toEqual(['invoice.putOnHold', 'invoice.holdEnded'])
})

test('what had not left when many were put on hold waits with them, and leaves once when all holds end', async () => {
  world.mailbox.clear()
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  const added = world.teamleader.control.addInvoice()
  await world.drain()
  await hold({ filter: {} })
  await world.advance(10 * 60_000)
  expect(await invitationOf(world, added.id)).toMatchObject({
    state: 'held',
    stateWords: { code: 'on_hold' },
  })
  expect(world.mailbox.mails()).toEqual([])
  await end({ filter: { stop: 'hold' } })
  await world.drain()
  expect(await invitationOf(world, added.id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('the list is narrowed to what was disputed or promised, also together with words', async () => {
  const [disputed = '', promised = ''] = (await world.get('/invoices?state=open')).items.map(({ id }) =>
    String(id),
  )
  await world.send('POST', `/api/v1/invoices/${disputed}/dispute`, {})
  const promisedFor = Temporal.Now.plainDateISO().add({ days: 9 }).toString()
  await world.send('POST', `/api/v1/invoices/${promised}/promise`, { promisedFor })
  const listed = async (query: string) => (await world.get(`/invoices?${query}`)).items
  expect(await listed('stop=dispute')).toMatchObject([{ id: disputed, stops: { isDisputed: true } }])
  expect(await listed('stop=promise&state=open')).toMatchObject([{ id: promised, stops: { promisedFor } }])
  const { number } = await world.get<{ number: string }>(`/invoices/${disputed}`)
  expect(await listed(`stop=dispute&q=${encodeURIComponent(number)}`)).toMatchObject([{ id: disputed }])
  expect(await listed(`stop=promise&q=${encodeURIComponent(number)}`)).toEqual([])
})

test('a mail with a question that may have left is not sent again by itself: a task, until a person says so', async () => {
  const [id = ''] = ids
  const url = await pageUrlOf(world, id)
  const stamp = await stampOf(url)
  await world.advance(10_000)
  world.mailbox.clear()
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  await sendQuestion(url, { name: 'Els', email: 'els@peeters.example', text: 'Why?' }, { stamp })
  await world.drain()
  await world.advance(60 * 60_000)
  expect(world.mailbox.mails()).toHaveLength(1)
  const { id: invoiceId } = await invoiceOf(world, id)
  const questions = () => world.get(`/invoices/${invoiceId}/questions`)
  const [question] = (await questions()).items
  expect(question).toMatchObject({ mailState: 'unknown', canSettle: true })
  const tasks = () => world.get('/tasks?kind=question')
  expect((await tasks()).items).toMatchObject([{ subjectId: question?.id, action: 'open_invoice' }])
  const settle = (as: string) =>
    world.visitor.request('POST', `/api/v1/questions/${String(question?.id)}/settle`, { as })
  const presses = await Promise.all([settle('send_again'), settle('send_again')])
  expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([200, 409]))
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(2)
  expect((await questions()).items).toMatchObject([{ mailState: 'sent', canSettle: false }])
  expect((await tasks()).items).toEqual([])
})
