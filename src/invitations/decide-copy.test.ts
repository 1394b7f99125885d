import { expect, test } from 'vitest'
import { type DecideCopyInput, decideCopy } from './decide-copy.ts'

const original = {
  state: 'sent' as const,
  sentTo: 'an@peeters.example',
  sentCc: ['boek@peeters.example'],
  refused: [],
  askedTo: null,
  askedCc: null,
  copyOf: null,
  nextLookAt: null,
}
const input: DecideCopyInput = {
  invoice: { state: 'booked', paymentState: 'open', openCents: 100, isOnHold: false, isDisputed: false },
  original,
  all: [original],
  to: 'boss@peeters.example',
  cc: [],
  isUndeliverable: false,
}
const copy = { ...original, sentTo: 'boss@peeters.example', sentCc: [] }
const asked = {
  ...copy,
  copyOf: 'msg_1',
  askedTo: 'Boek2@peeters.example',
  askedCc: [input.to],
  sentTo: null,
}
const planned = { ...asked, state: 'planned' as const, nextLookAt: new Date(0) }
const refuse = (cause: string) => ({ do: 'refuse', cause })
const has = (address: string) => ({ do: 'refuse', cause: 'has_it_already', address })

test.each<[string, Partial<DecideCopyInput>, object]>([
  ['to somebody new', {}, { do: 'send' }],
  ['to who has it, in capitals', { to: 'AN@peeters.example' }, has('AN@peeters.example')],
  ['to who had it in the copy', { to: 'boek@peeters.example' }, has('boek@peeters.example')],
  ['a copy to who has it', { cc: ['an@peeters.example'] }, has('an@peeters.example')],
  ['to who got it as a copy before', { all: [original, copy] }, has('boss@peeters.example')],
  ['that copy is not known to have left', { all: [original, { ...copy, state: 'unknown' }] }, has(input.to)],
  ['that copy certainly did not leave', { all: [original, { ...copy, state: 'failed' }] }, { do: 'send' }],
  ['in the CC of a copy that is about to leave', { all: [original, planned] }, has(input.to)],
  ['in the CC of a copy that is held', { all: [original, { ...planned, state: 'held' }] }, has(input.to)],
  [
    'in the CC of a copy that is tried again',
    { all: [original, { ...planned, state: 'failed' }] },
    has(input.to),
  ],
  [
    'in the CC of a copy that was given up',
    { all: [original, { ...asked, state: 'failed' }] },
    { do: 'send' },
  ],
  [
    'in the CC of a copy that was cancelled',
    { all: [original, { ...asked, state: 'cancelled' }] },
    { do: 'send' },
  ],
  [
    'with a CC to whom a copy is about to leave',
    { cc: ['boek2@peeters.example'], all: [original, { ...planned, askedCc: [] }] },
    has('boek2@peeters.example'),
  ],
  [
    'the same copy, about to leave',
    { to: 'boek2@peeters.example', all: [original, planned] },
    { do: 'send' },
  ],
  ['that copy came back', { all: [original, { ...copy, state: 'bounced' }] }, { do: 'send' }],
  [
    'to a CC that was refused',
    {
      to: 'boek@peeters.example',
      all: [{ ...original, refused: [{ address: 'Boek@peeters.example', answer: '550' }] }],
    },
    { do: 'send' },
  ],
  ['the original has not left', { original: { ...original, state: 'held' } }, refuse('not_sent_yet')],
  ['the original came back', { original: { ...original, state: 'bounced' } }, refuse('not_sent_yet')],
  ['paid', { invoice: { ...input.invoice, state: 'paid', paymentState: 'paid' } }, refuse('paid')],
  ['on hold', { invoice: { ...input.invoice, isOnHold: true } }, refuse('on_hold')],
  ['disputed', { invoice: { ...input.invoice, isDisputed: true } }, refuse('disputed')],
  ['an address that takes no mail', { isUndeliverable: true }, refuse('undeliverable_address')],
])('%s', (_, changed, expected) => {
  expect(decideCopy({ ...input, ...changed })).toEqual(expected)
})
