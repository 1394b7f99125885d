import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '../values/index.ts'
import { withoutSecrets } from './without-secrets.ts'

test.each([
  randomBytes(24).toString('hex'),
  randomBytes(32).toString('base64'),
  randomBytes(32).toString('base64url'),
  // Its parts between the slashes are short.
  'ZgTfnJ4ZEHIl5z4+yf9yY98/qAm2G3wip51c2ySVzYU=',
  'Zg/fnJ4ZEHIl5z4/yf9yY98/qAm2G3wip51c2/ySVzYU=',
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJBY2NvdW50IDEyMzQ1Njc4OSJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg',
  'ann.peeters@bakkerij.example',
])('%s goes', (secret) => {
  const said = withoutSecrets(`refused Bearer ${secret} at https://vorder.example/hooks/teamleader/${secret}`)
  expect(said).not.toContain(secret)
  expect(said).toContain('refused Bearer ')
})

test('ids, operations, amounts and moments stay', () => {
  const text = `invoices.list ${randomUUID()} ${newId('lin')} 2026 / 118 121.50 EUR 2026-01-01T10:00:00.000Z not_found_in_crm data.0.invoicee.emailAddresses hooks/teamleader/vorder.example`
  expect(withoutSecrets(text)).toBe(text)
})
