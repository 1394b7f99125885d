// Promise A12: a person exports every customer of Teamleader by themselves and finds the file in the shared files
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf } from '../support/read-ledger.ts'

type Run = {
  id: string
  state: string
  doneCount: number
  totalCount: number | null
  counts: Record<string, number>
  result: { sharedFileId: string; unreadable: { externalId: string; problem: string }[] } | null
  problem: { code: string; message: string } | null
}
type SharedFile = {
  id: string
  name: string
  sizeBytes: number
  ownerName: string
  purpose: string
  expiresAt: string
  createdAt: string
  downloads: number
}

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ switches: { importInvoicesAutomatically: false } })
  const { control } = world.teamleader
  control.addCompany({
    name: 'Maison Éclair, sprl',
    email: 'bonjour@eclair.example',
    invoicingEmails: ['compta@eclair.example', 'copie@eclair.example'],
    vatNumber: 'BE0403.170.701',
    language: 'fr',
    addresses: [
      {
        type: 'primary',
        address: { ...street, line1: 'Rue "Haute" 1', postalCode: '1000', city: 'Bruxelles' },
      },
      {
        type: 'invoicing',
        address: { ...street, line1: 'Postbus 9', city: 'Gent', addressee: 'Service compta' },
      },
    ],
  })
  control.addCompany({ name: '=HYPERLINK("http://bad.example")', email: null })
  control.addContact({
    firstName: 'Ann',
    lastName: 'Adams',
    email: 'ann@adams.example',
    telephones: [{ type: 'mobile', number: '+32470123456' }],
    vatNumber: 'BE0403170702',
  })
  const gone = control.addContact({ lastName: 'Zwart' })
  control.deactivate({ type: 'contact', id: gone.id })
  await world.drain()
})
afterAll(() => world.stop())

const street = { line1: null, postalCode: '9000', city: null, country: 'BE', addressee: null }

test('what it will take is told before it starts', async () => {
  expect(await world.get(`/customer-exports/estimate?connectionId=${world.connectionId}`)).toEqual({
    customers: 4,
    isExact: true,
    lists: { calls: 2, seconds: 2 },
    whole: { calls: 6, seconds: 4 },
  })
})

test('the export is made in the background, with the invoicing addresses and everybody in it', async () => {
  world.teamleader.journal.clear()
  const run = await exportAll()
  expect(run).toMatchObject({ state: 'finished', doneCount: 4, totalCount: 4, problem: null })
  expect(run.counts).toEqual({ calls: 6, companies: 2, persons: 2, unreadable: 0 })
  expect(world.teamleader.journal.requests().length).toBe(6)
  const rows = await rowsOf(run)
  // By name, as people read it; what a spreadsheet would run is text.
  expect(rows.map((row) => row.company_name || row.last_name)).toEqual([
    `'=HYPERLINK("http://bad.example")`,
    'Adams',
    'Zwart',
    'Maison Éclair, sprl',
  ])
  expect(rows.find((row) => row.company_name?.startsWith('Maison'))).toMatchObject({
    customer_number: '',
    email: 'bonjour@eclair.example',
    cc: 'compta@eclair.example; copie@eclair.example',
    language: 'fr',
    address: 'Rue "Haute" 1',
    postal_code: '1000',
    city: 'Bruxelles',
    country: 'BE',
    invoicing_addressee: 'Service compta',
    invoicing_address: 'Postbus 9',
    invoicing_city: 'Gent',
    vat_number: 'BE0403.170.701',
    crm_source: 'teamleader',
    crm_account: world.teamleader.account.id,
    crm_type: 'company',
    crm_status: 'active',
  })
  expect(rows.find((row) => row.last_name === 'Adams')).toMatchObject({
    first_name: 'Ann',
    company_name: '',
    mobile: "'+32470123456",
    vat_number: 'BE0403170702',
    crm_type: 'person',
  })
  expect(rows.find((row) => row.last_name === 'Zwart')).toMatchObject({ crm_status: 'deactivated' })
})

test('the file stands in the shared files with name, size, owner and end, and each download is noted', async () => {
  const { items } = await world.get<{ items: SharedFile[] }>('/shared-files')
  const [file] = items
  expect(items).toHaveLength(1)
  if (!file) return
  const today = new Date().toISOString().slice(0, 10)
  expect(file).toMatchObject({
    name: `teamleader-customers-${today}.csv`,
    ownerName: 'Ann Peeters',
    purpose: 'customer_crm_export',
    downloads: 1,
  })
  expect(new Date(file.expiresAt).getTime() - new Date(file.createdAt).getTime()).toBe(7 * 24 * 3_600_000)
  const answer = await download(file.id)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="${file.name}"; filename*=UTF-8''${file.name}`,
  )
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect((await answer.arrayBuffer()).byteLength).toBe(file.sizeBytes)
  expect(await historyOf(world, file.id)).toEqual([
    'sharedFile.created',
    'sharedFile.downloaded',
    'sharedFile.downloaded',
  ])
})

test('nothing is a customer here because of an export, and nothing is written in Teamleader', async () => {
  expect(await world.get('/customers')).toMatchObject({ items: [] })
  const asked = new Set(world.teamleader.journal.requests().map(({ operation }) => operation))
  expect([...asked].sort()).toEqual(['companies.info', 'companies.list', 'contacts.info', 'contacts.list'])
})

test('whoever is deleted in Teamleader while the lists are read takes nobody along', async () => {
  const { control } = world.teamleader
  const added = Array.from({ length: 120 }, (_, index) => control.addContact({ lastName: `Row ${index}` }).id)
  const [first = '', second = ''] = added
  const deleted = [first, second]
  // One behind the first page that is read, one behind the second.
  control.replyAlways('contacts.list', {
    kind: 'transform',
    transform(answer) {
      const id = deleted.shift()
      if (id) control.deleteContact(id)
      return answer
    },
  })
  const run = await exportAll('lists')
  expect(run).toMatchObject({ state: 'finished', result: { isComplete: true }, problem: null })
  const ids = (await rowsOf(run)).map((row) => row.crm_id)
  expect(ids).toEqual(expect.arrayContaining(added.slice(2)))
  expect(new Set(ids).size).toBe(ids.length)
  control.clearFaults()
})

async function exportAll(details: 'whole' | 'lists' = 'whole'): Promise<Run> {
  const { connectionId } = world
  const run = await world.send<Run>('POST', '/api/v1/customer-exports', { connectionId, details })
  expect(run.state).toBe('waiting')
  await world.drain()
  return world.get<Run>(`/long-runs/${run.id}`)
}

function download(fileId: string): Promise<Response> {
  return world.visitor.download(`/api/v1/shared-files/${fileId}/content`)
}

async function rowsOf(run: Run): Promise<Record<string, string>[]> {
  const answer = await download(run.result?.sharedFileId ?? '')
  expect(answer.status).toBe(200)
  return parse(await answer.text(), { bom: true, columns: true, delimiter: ';' })
}
