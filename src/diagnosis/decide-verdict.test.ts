import { expect, test } from 'vitest'
import type { Connection } from '../connections/index.ts'
import type { CrmInvoice } from '../crm/index.ts'
import type { HeardEvent, ImportLine } from '../imports/index.ts'
import { failCauses, skipCauses } from '../imports/index.ts'
import { decideVerdict, ownVerdicts } from './decide-verdict.ts'
import { verdictWords } from './diagnosis-words.ts'
import type { Evidence } from './evidence.ts'

const fine = {
  externalId: 'x',
  state: 'booked',
  isPaid: false,
  isCredited: false,
  total: { amountCents: 100, currency: 'EUR' },
  departmentExternalId: 'd1',
  webUrl: 'https://crm.example/x',
} as CrmInvoice

function anEvidence(given: Partial<Evidence> = {}): Evidence {
  const connection = {
    state: 'connected',
    importInvoicesAutomatically: true,
    departmentExternalIds: null,
  } as Connection
  return {
    connection,
    externalId: 'x',
    number: '2026 / 1',
    crm: { kind: 'found', invoice: fine },
    line: undefined,
    run: undefined,
    invoice: undefined,
    events: [],
    looks: [],
    history: [],
    ...given,
  }
}

const aLine = (line: Partial<ImportLine>) => ({ id: 'lin_1', outcome: 'skipped', ...line }) as ImportLine
const anEvent = (event: Partial<HeardEvent>) => event as HeardEvent
const off = { ...anEvidence().connection, importInvoicesAutomatically: false }
const held = { id: 'inv_1', isArchived: false, importedAt: new Date() }
const silent = { kind: 'no_answer', cause: 'crm_unavailable', detail: '' } as const

test.each<[string, Partial<Evidence>, string, string | null]>([
  ['it is in', { invoice: held }, 'already_here', 'open_invoice'],
  ['it is in, archived', { invoice: { ...held, isArchived: true } }, 'archived_here', 'open_invoice'],
  ['ready, never heard of', {}, 'never_told', 'import'],
  ['ready, switched off now', { connection: off }, 'switched_off', 'import'],
  [
    'switched off when it was told',
    { events: [anEvent({ state: 'ignored', cause: 'switched_off' })] },
    'switched_off',
    'import',
  ],
  ['told and not looked at yet', { events: [anEvent({ state: 'pending' })] }, 'waits_for_its_turn', 'import'],
  ['skipped for a cause that is gone', { line: aLine({ cause: 'zero_amount' }) }, 'changed_since', 'retry'],
  [
    'failed in an outage that is over',
    { line: aLine({ outcome: 'failed', cause: 'crm_unavailable' }) },
    'waits_for_its_turn',
    'retry',
  ],
  [
    'failed for what a look cannot disprove',
    { line: aLine({ outcome: 'failed', cause: 'cannot_be_stored' }) },
    'cannot_be_stored',
    'retry',
  ],
  [
    'now paid, whatever the ledger says',
    { crm: { kind: 'found', invoice: { ...fine, isPaid: true } }, line: aLine({ cause: 'draft' }) },
    'paid',
    'open_in_crm',
  ],
  [
    'draft without a link, without a line',
    { crm: { kind: 'found', invoice: { ...fine, state: 'draft', webUrl: null } } },
    'draft',
    null,
  ],
  [
    'not there, and nobody knows the number',
    { crm: { kind: 'absent' }, externalId: null },
    'unknown_number',
    null,
  ],
  ['not there, by id', { crm: { kind: 'absent' } }, 'not_found_in_crm', null],
  [
    'not there, and said to be deleted',
    { crm: { kind: 'absent' }, events: [anEvent({ type: 'invoice.deleted' })] },
    'deleted_in_crm',
    null,
  ],
  [
    'no answer, the ledger knows',
    { crm: silent, line: aLine({ cause: 'paid', webUrl: 'https://crm.example/x' }) },
    'paid',
    'open_in_crm',
  ],
  [
    'no answer, the ledger waited too',
    {
      crm: { ...silent, cause: 'reconnect_needed' },
      line: aLine({ outcome: 'failed', cause: 'crm_unavailable' }),
    },
    'reconnect_needed',
    'reconnect',
  ],
  ['no answer, and nobody told of it', { crm: silent }, 'cannot_be_asked', null],
  [
    'disconnected',
    { connection: { ...off, state: 'disconnected' }, crm: silent },
    'connection_off',
    'reconnect',
  ],
  [
    'unreadable',
    {
      crm: { kind: 'unreadable', problem: '' },
      line: aLine({ outcome: 'failed', cause: 'unreadable_invoice' }),
    },
    'unreadable_invoice',
    'retry',
  ],
])('%s', (_, given, code, remedy) => {
  expect(decideVerdict(anEvidence(given))).toEqual({ code, remedy })
})

test('every verdict has words of its own in each language', () => {
  for (const code of [...ownVerdicts, ...skipCauses, ...failCauses]) {
    const said = (['en', 'nl', 'fr'] as const).map((language) => verdictWords(code, language))
    for (const part of ['title', 'explanation', 'remedy'] as const)
      expect(new Set(said.map((words) => words[part])).size, `${code} ${part}`).toBe(3)
  }
})
