import { expect, test } from 'vitest'
import {
  readActivitySearch,
  readCustomersSearch,
  readImportSearch,
  readInvoicesSearch,
  readProfileChoicesSearch,
  readSignInSearch,
} from './search.ts'

// As the router does it: what a page says of the address is laid over the address itself.
function shown(read: (raw: Record<string, unknown>) => object, raw: Record<string, unknown>) {
  return { ...raw, ...read(raw) }
}

test.each([
  [readInvoicesSearch, { state: 'odd', invitation: 'lost', dateFrom: 'today', other: 1 }],
  [readCustomersSearch, { kind: 'robot', sort: 'shoe size', withoutEmail: 'maybe' }],
  [readImportSearch, { outcome: 'eaten', cause: 'none', view: 'none' }],
  [readActivitySearch, { about: 'weather' }],
  [readProfileChoicesSearch, { view: 'odd', warning: 'odd' }],
  [readSignInSearch, { next: 'https://elsewhere.example/' }],
  [readSignInSearch, { next: '//elsewhere.example/' }],
])('what is odd in an address reaches neither the page nor the API', (read, raw) => {
  expect(Object.values(shown(read, raw)).filter((value) => value !== undefined)).toEqual([])
})

test('what is understood stays', () => {
  expect(shown(readInvoicesSearch, { invitation: 'held', q: 12 })).toMatchObject({
    invitation: 'held',
    q: '12',
  })
  expect(shown(readSignInSearch, { next: '/customers?q=x' })).toEqual({ next: '/customers?q=x' })
})
