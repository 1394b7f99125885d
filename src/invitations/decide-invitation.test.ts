import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideByHand } from './decide-by-hand.ts'
import { type DecideInvitationInput, decideInvitation, type InvitedInvoice } from './decide-invitation.ts'

const now = new Date('2026-05-04T08:00:00Z')
const inAnHour = new Date('2026-05-04T09:00:00Z')
const invoice: InvitedInvoice = {
  state: 'booked',
  paymentState: 'open',
  openCents: 12_100,
  documentState: 'retrieved',
  sendOnBooking: true,
  waitForDocument: true,
  isOnHold: false,
  isDisputed: false,
}

function decide(changed: Partial<InvitedInvoice>, given: Partial<DecideInvitationInput> = {}) {
  return decideInvitation({
    invoice: { ...invoice, ...changed },
    message: { origin: 'booking', withoutDocument: false },
    isLive: true,
    recipient: 'info@peeters.example',
    now,
    ...given,
  })
}

const hand = { message: { origin: 'hand', withoutDocument: false } } as const
const without = { message: { origin: 'hand', withoutDocument: true } } as const
const silent = {
  message: { origin: 'booking', withoutDocument: false, cause: 'without_invitations' },
} as const
const cancelled = (cause: string) => ({ do: 'cancel', cause })
const held = (cause: string, lookAt: Date | null = null) => ({ do: 'hold', cause, lookAt })

test.each([
  ['all is there', {}, {}, { do: 'send' }],
  [
    'the PDF is not there yet',
    { documentState: 'waiting' },
    {},
    { do: 'wait', cause: 'waiting_for_document' },
  ],
  [
    'the PDF was never asked for',
    { documentState: 'none' },
    {},
    { do: 'wait', cause: 'waiting_for_document' },
  ],
  ['the PDF was given up', { documentState: 'given_up' }, {}, held('document_given_up')],
  ['nobody waits for the PDF', { documentState: 'waiting', waitForDocument: false }, {}, { do: 'send' }],
  ['a person sends without the PDF', { documentState: 'given_up' }, without, { do: 'send' }],
  [
    'a person asks, and the PDF is replaced',
    { documentState: 'waiting' },
    hand,
    { do: 'wait', cause: 'waiting_for_document' },
  ],
  ['the profile sends by hand', { sendOnBooking: false }, {}, cancelled('by_hand_only')],
  ['the profile sends by hand, and a person asks', { sendOnBooking: false }, hand, { do: 'send' }],
  ['came in by hand without one', {}, silent, cancelled('without_invitations')],
  [
    'came in by hand without one, and was paid since',
    { state: 'paid' },
    silent,
    cancelled('without_invitations'),
  ],
  ['nobody went live', {}, { isLive: false }, held('not_live')],
  ['nobody went live, and a person asks', {}, { ...hand, isLive: false }, { do: 'send' }],
  ['no address', {}, { recipient: null }, held('no_address', inAnHour)],
  ['an address that is none', {}, { recipient: 'info@' }, held('invalid_address', inAnHour)],
  ['paid', { state: 'paid', paymentState: 'paid', openCents: 0 }, hand, cancelled('paid')],
  ['credited', { state: 'paid', paymentState: 'credited', openCents: 0 }, {}, cancelled('credited')],
  ['archived', { state: 'archived' }, {}, cancelled('archived')],
  ['nothing open', { openCents: 0 }, {}, cancelled('nothing_open')],
  ['on hold', { isOnHold: true }, {}, held('on_hold')],
  ['disputed, and a person asks', { isDisputed: true }, hand, held('disputed')],
  ['paid in part', { paymentState: 'part_paid', openCents: 1 }, {}, { do: 'send' }],
] as [string, Partial<InvitedInvoice>, Partial<DecideInvitationInput>, object][])(
  '%s',
  (_, changed, given, expected) => {
    expect(decide(changed, given)).toEqual(expected)
  },
)

const anyInvoice = fc.record<InvitedInvoice>({
  state: fc.constantFrom('booked', 'pending', 'paid', 'archived'),
  paymentState: fc.constantFrom('open', 'part_paid', 'paid', 'credited'),
  openCents: fc.integer({ min: -100, max: 100 }),
  documentState: fc.constantFrom('none', 'waiting', 'retrieved', 'given_up'),
  sendOnBooking: fc.boolean(),
  waitForDocument: fc.boolean(),
  isOnHold: fc.boolean(),
  isDisputed: fc.boolean(),
})

test('whatever else is true, nothing leaves for an invoice on which nothing is owed', () => {
  fc.assert(
    fc.property(anyInvoice, fc.boolean(), fc.boolean(), (any, isByHand, withoutDocument) => {
      const isOwed =
        !['paid', 'archived'].includes(any.state) &&
        !['paid', 'credited'].includes(any.paymentState) &&
        any.openCents > 0
      const message = { origin: isByHand ? 'hand' : 'booking', withoutDocument } as const
      const decision = decide(any, { message })
      if (!isOwed) expect(decision.do).toBe('cancel')
      const byHand = decideByHand({ invoice: any, message: undefined, recipient: 'a@b.be', withoutDocument })
      if (!isOwed) expect(byHand.do).toBe('refuse')
    }),
  )
})

test.each(['sent', 'sending', 'unknown'] as const)('a person cannot send again what is %s', (state) => {
  const input = { invoice, message: { state }, recipient: 'a@b.be', withoutDocument: true }
  expect(decideByHand(input).do).toBe('refuse')
})
