import { expect, test } from 'vitest'
import type { Connection } from '../connections/index.ts'
import type { CrmEvent } from '../crm/index.ts'
import { decideEvent } from './receive-event.ts'

const connection = {
  state: 'connected',
  accountExternalId: 'account-1',
  importInvoicesAutomatically: true,
  updateCustomersAutomatically: true,
} as Connection

type Kind = NonNullable<CrmEvent['subject']>['kind']

function about(kind: Kind, accountExternalId: string | null = 'account-1'): CrmEvent {
  return { type: 'thing.happened', subject: { kind, externalId: 'x' }, accountExternalId }
}

test.each([
  ['no event at all', undefined, 'unknown_type'],
  ['no subject', { ...about('invoice'), subject: null }, 'unknown_type'],
  ['an unknown kind', about('unknown'), 'unknown_type'],
  ['another account', about('invoice', 'account-2'), 'foreign_account'],
  ['no account', about('invoice', null), 'foreign_account'],
  ['an empty account', about('invoice', ''), 'foreign_account'],
  ['an invoice', about('invoice'), null],
  ['a company', about('company'), null],
  ['the end of the account', about('account'), null],
] as const)('%s', (_, event, cause) => {
  expect(decideEvent(connection, event)).toBe(cause)
})
