// Promise C3, C4, C5, C10: whatever happens in whatever order, no mail asks for what was settled or stopped before it was begun, none leaves twice, and levels never go back
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteBounce } from '../../src/message-delivery/index.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { changeProfile, createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { pay, revoke } from '../support/read-payments.ts'
import { advanceTo, endStop, mondayAtTen, stop, tick } from '../support/read-reminders.ts'

const sendTimes = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '17:00', holidaysOf: [] }
const plans = [
  [3, 10, 17, 30],
  [1, 4, 8, 20],
  [5, 8, 11, 14],
]
const totalCents = 12_100

/** What a person who only watches would know of an invoice. */
type Seen = {
  externalId: string
  id: string
  email: string
  /** Payments that stand, here; the last one is taken back first. */
  paidHere: { id: string; amountCents: number }[]
  isPaidThere: boolean
  isCredited: boolean
  stops: Set<'hold' | 'dispute'>
  promisedFor: string | null
  mailIds: string[]
}

type Step =
  | { do: 'days'; days: number }
  | { do: 'tick' }
  | { do: 'profile'; plan: number; isOn: boolean }
  | { do: 'webhooks'; areLost: boolean }
  | { do: 'mail'; trouble: 'later' | 'cut' | 'unknown' }
  | { do: 'bounce' | 'pay' | 'part' | 'undo' | 'pay there' | 'undo there' | 'credit'; at: number }
  | { do: 'hold' | 'dispute' | 'end hold' | 'end dispute' | 'promise' | 'end promise'; at: number }

const invoiceCount = 6
const at = fc.nat({ max: invoiceCount - 1 })
const about = (weight: number, kind: Extract<Step, { at: number }>['do']) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(kind), at }) as fc.Arbitrary<Step>,
})
const anyStep = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'tick' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('profile' as const),
      plan: fc.nat({ max: plans.length - 1 }),
      isOn: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('webhooks' as const), areLost: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('mail' as const),
      trouble: fc.constantFrom('later' as const, 'cut' as const, 'unknown' as const),
    }),
  },
  ...(['pay', 'part', 'undo', 'pay there', 'undo there', 'promise'] as const).map((kind) => about(2, kind)),
  ...(['hold', 'end hold', 'dispute', 'end dispute'] as const).map((kind) => about(2, kind)),
  ...(['credit', 'bounce', 'end promise'] as const).map((kind) => about(1, kind)),
)

let world: MailWorld
let invoices: Seen[] = []
let remindersSeen = 0
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true, sendTimes },
    callLimit: { calls: Number.POSITIVE_INFINITY },
  })
}, 60_000)
afterAll(() => stopMailWorld(world))

test('random weeks in the life of some invoices', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 45, maxLength: 45 }), async (steps) => {
      await begin()
      for (const step of steps) {
        const before = invoices.map(asksForNothing)
        await take(step)
        checkMails(before, JSON.stringify(step))
      }
      await checkRows()
    }),
    // A run is a story: told shorter it would be another one.
    { numRuns: 2, seed: 20, endOnFailure: true },
  )
  expect(remindersSeen, 'there was something to see').toBeGreaterThan(8)
}, 120_000)

/** New invoices, invited, at ten on a Monday; the ones before are put away. */
async function begin(): Promise<void> {
  const { control } = world.teamleader
  control.webhooks.rates({ lose: 0 })
  await changeProfile(world, { sendReminders: true, reminders: stepsOf(0) })
  for (const { externalId } of invoices) control.deleteInvoice(externalId)
  await advanceTo(world, mondayAtTen(world.ctx.now()))
  world.mailbox.clear()
  const today = Temporal.Instant.fromEpochMilliseconds(world.ctx.now().getTime()).toZonedDateTimeISO(
    'Europe/Brussels',
  )
  const added = Array.from({ length: invoiceCount }, (_, days) => {
    const email = `p${crypto.randomUUID()}@customer-${days}.example`
    const company = control.addCompany({ email })
    const dueOn = today
      .toPlainDate()
      .add({ days: days * 2 - 3 })
      .toString()
    const customer = { type: 'company', id: company.id } as const
    return { email, externalId: control.addInvoice({ customer, dueOn, total: totalCents }).id }
  })
  await world.drain()
  invoices = []
  for (const { email, externalId } of added) {
    const { id } = await invoiceOf(world, externalId)
    const untouched = { paidHere: [], isPaidThere: false, isCredited: false, promisedFor: null, mailIds: [] }
    invoices.push({ ...untouched, stops: new Set(), email, externalId, id })
  }
  checkMails(
    invoices.map(() => false),
    'invitation',
  )
}

function stepsOf(plan: number) {
  return (plans[plan] ?? []).map((offsetDays) => ({ offsetDays, isOn: true, texts: {} }))
}

function today(): string {
  return Temporal.Instant.fromEpochMilliseconds(world.ctx.now().getTime())
    .toZonedDateTimeISO('Europe/Brussels')
    .toPlainDate()
    .toString()
}

function asksForNothing({ paidHere, isPaidThere, isCredited, stops }: Seen): boolean {
  const paid = paidHere.reduce((sum, { amountCents }) => sum + amountCents, 0)
  return isPaidThere || isCredited || paid >= totalCents || stops.size > 0
}

async function take(step: Step): Promise<void> {
  if ('at' in step) {
    const seen = invoices[step.at]
    // What is refused (nothing to take back, settled already) did not happen.
    if (seen) await happenings[step.do](seen).catch(() => undefined)
    return
  }
  switch (step.do) {
    case 'days':
      await world.advance(step.days * 86_400_000)
      return tick(world)
    case 'tick':
      return tick(world)
    case 'profile':
      await changeProfile(world, { sendReminders: step.isOn, reminders: stepsOf(step.plan) })
      return
    case 'webhooks':
      return world.teamleader.control.webhooks.rates({ lose: step.areLost ? 1 : 0 })
    case 'mail':
      if (step.trouble === 'later') world.mailbox.refuseNext({ code: 451, message: 'later' })
      else world.mailbox.breakNext({ at: step.trouble === 'cut' ? 'in_data' : 'after_data', how: 'cut' })
  }
}

type Happening = Extract<Step, { at: number }>['do']

const happenings: Readonly<Record<Happening, (seen: Seen) => Promise<void>>> = {
  bounce,
  pay: (seen) => settleHere(seen, 'pay'),
  part: (seen) => settleHere(seen, 'part'),
  undo: (seen) => settleHere(seen, 'undo'),
  'pay there': (seen) => settleThere(seen, 'pay there'),
  'undo there': (seen) => settleThere(seen, 'undo there'),
  credit: (seen) => settleThere(seen, 'credit'),
  hold: (seen) => halt(seen, 'hold'),
  dispute: (seen) => halt(seen, 'dispute'),
  'end hold': (seen) => goOn(seen, 'hold'),
  'end dispute': (seen) => goOn(seen, 'dispute'),
  async promise(seen) {
    const promisedFor = Temporal.PlainDate.from(today()).add({ days: 4 }).toString()
    await stop(world, seen.externalId, 'promise', { promisedFor })
    seen.promisedFor = promisedFor
  },
  async 'end promise'(seen) {
    await endStop(world, seen.externalId, 'promise')
    seen.promisedFor = null
  },
}

async function halt({ externalId, stops }: Seen, kind: 'hold' | 'dispute'): Promise<void> {
  await stop(world, externalId, kind)
  stops.add(kind)
}

async function goOn({ externalId, stops }: Seen, kind: 'hold' | 'dispute'): Promise<void> {
  await endStop(world, externalId, kind)
  stops.delete(kind)
}

async function bounce({ mailIds, email }: Seen): Promise<void> {
  const mailId = mailIds.at(-1)
  if (mailId) await noteBounce(world.ctx, { mailId, recipient: email, detail: '550 5.1.1 no such user' })
}

async function settleHere({ id, paidHere }: Seen, what: 'pay' | 'part' | 'undo'): Promise<void> {
  if (what === 'undo') {
    const last = paidHere.at(-1)
    if (!last) return
    await revoke(world, last.id)
    paidHere.pop()
  } else {
    const { id: paymentId, amount } = await pay(world, id, what === 'part' ? { amountCents: 3_000 } : {})
    paidHere.push({ id: paymentId, amountCents: amount.amountCents })
  }
}

/** Told by a webhook, or by nobody: it counts from here on either way. */
async function settleThere(seen: Seen, what: 'pay there' | 'undo there' | 'credit'): Promise<void> {
  const { control } = world.teamleader
  if (what === 'pay there') {
    control.payInvoice(seen.externalId)
    seen.isPaidThere = true
  } else if (what === 'credit') {
    control.creditInvoice(seen.externalId)
    seen.isCredited = true
  } else if (seen.isPaidThere) {
    control.removePayments(seen.externalId)
    seen.isPaidThere = false
  }
}

/** The mails that this step sent: none about an invoice of which nothing was to be asked before it. */
function checkMails(before: readonly boolean[], step: string): void {
  for (const mail of world.mailbox.mails()) {
    const mailId = String(mail.headers['message-id']).replace(/[<>]/g, '')
    const at = invoices.findIndex(({ email }) => mail.to.includes(email))
    const seen = invoices[at]
    if (!seen) continue
    expect(before[at], `${step}: a mail for what was settled or stopped`).toBe(false)
    const isPromised = seen.promisedFor !== null && seen.mailIds.length > 0 && today() <= seen.promisedFor
    expect(isPromised, `${step}: a reminder before the promised day`).toBe(false)
    expect(seen.mailIds, `${step}: the same message once more`).not.toContain(mailId)
    seen.mailIds.push(mailId)
  }
  world.mailbox.clear()
}

type Row = { mailId: string; invoiceId: string; kind: string; level: number }

/** Every mail was one of the messages that are kept, no kind and level twice, and in the order of their levels. */
async function checkRows(): Promise<void> {
  const { rows } = await world.app.ctx.database.owner.query<Row>(
    'select mail_id as "mailId", invoice_id as "invoiceId", kind, level from messages',
  )
  const byMailId = new Map(rows.map((row) => [row.mailId, row]))
  for (const { id, mailIds } of invoices) {
    const left = mailIds.map((mailId) => byMailId.get(mailId))
    expect(left.every((row) => row?.invoiceId === id)).toBe(true)
    const levels = left.map((row) => row?.level ?? -1)
    expect(levels).toEqual([...new Set(levels)].toSorted((one, other) => one - other))
  }
  remindersSeen += invoices.flatMap(({ mailIds }) => mailIds.slice(1)).length
}
