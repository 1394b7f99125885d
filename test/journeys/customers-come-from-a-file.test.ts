// Promise A1, A13: customers from a file: looked at, mapped, previewed, imported row by row; refused rows come back; undone
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp({ switches: false })
  door = fileDoor(world)
})
afterAll(() => world.stop())

/** As an office in Belgium has it: Windows-1252, semicolons, its own words, in its own order. */
const messy = [
  'Gemeente;Ref.;Naam;Klantnr;Mailadres;Straat;Huisnr;Taal;Land;CC',
  'Liège;x1;Brasserie L’Échappée;K-1;info@echappee.be;Rue de la Paix;12;Frans;België;a@echappee.be, b@echappee.be',
  'Gent;x2;Bakkerij Peeters;K-2;peeters@example;Veldstraat;1;nl;BE;',
  'Brugge;x3;;K-3;x3@example.be;Markt;7 bus 2;nl;BE;',
  'Gent;x4;"Drukkerij ""De Pers"" bv";K-4;pers@example.be;Kouter;3;nl;BE;',
  'Gent;x5;Nog eens De Pers;K-4;pers2@example.be;Kouter;3;nl;BE;',
].join('\r\n')

test('a file is looked at: how it is read, what its columns hold; a person says otherwise', async () => {
  const file = await door.upload('klanten.csv', windows1252(messy))
  expect(file).toMatchObject({
    state: 'uploaded',
    fileName: 'klanten.csv',
    reading: { format: 'csv', encoding: 'windows-1252', delimiter: ';', hasHeader: true },
  })
  expect(targetsOf(file)).toEqual(
    'city - companyName number email addressLine addressLine language country cc'.split(' '),
  )
  expect(file.columns[0]).toMatchObject({ header: 'Gemeente', samples: ['Liège', 'Gent', 'Brugge'] })
  const changed = await door.change(file.id, { targets: { 1: 'peppolId', 9: null } })
  expect(changed.columns[1]).toMatchObject({ target: 'peppolId', guessedBy: null })
  expect(changed.columns[9]).toMatchObject({ target: null })
  const asOneColumn = await door.change(file.id, { reading: { delimiter: '\t' } })
  expect(asOneColumn.columns).toHaveLength(1)
  // The same headers again are known by what was chosen for them.
  const again = await door.upload('klanten van juni.csv', windows1252(messy))
  expect(again.columns[1]).toMatchObject({ target: 'peppolId', guessedBy: 'remembered' })
  expect(again.columns[9]).toMatchObject({ target: null, guessedBy: null })
  await door.change(again.id, { targets: { 1: null, 9: 'cc' } })
})

test('a preview tells what would happen and changes nothing; the import does just that', async () => {
  const file = await door.upload('klanten.csv', windows1252(messy))
  const previewed = await door.work(file.id, 'preview')
  expect(previewed).toMatchObject({ state: 'previewed', counts: { total: 5, create: 2, refuse: 3 } })
  const foretold = await door.rows(file.id)
  expect(foretold.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'create'],
    [3, 'refuse'],
    [4, 'refuse'],
    [5, 'create'],
    [6, 'refuse'],
  ])
  expect(await customers()).toEqual([])

  const imported = await door.work(file.id, 'import')
  expect(imported).toMatchObject({
    state: 'imported',
    canUndo: true,
    refusedCount: 3,
    counts: previewed.counts,
  })
  expect((await door.rows(file.id)).map(({ outcome }) => outcome)).toEqual(
    foretold.map(({ outcome }) => outcome),
  )
  const [brasserie, pers] = await customers()
  expect(brasserie).toMatchObject({
    number: 'K-1',
    kind: 'company',
    name: 'Brasserie L’Échappée',
    cc: ['a@echappee.be', 'b@echappee.be'],
    city: 'Liège',
    country: 'BE',
    language: 'fr',
  })
  const details = await world.get<{ facts: object; origin: string }>(`/customers/${brasserie?.id}`)
  expect(details).toMatchObject({ origin: 'file', facts: { addressLine: 'Rue de la Paix 12' } })
  expect(pers).toMatchObject({ number: 'K-4', name: 'Drukkerij "De Pers" bv' })
})

test('each refused row says where and why, in the language of whoever reads', async () => {
  const [file] = (await world.get<{ items: { id: string }[] }>('/customer-imports')).items
  const refused = await door.rows(file?.id ?? '', '&outcome=refuse')
  expect(refused.map(({ line, refusal }) => [line, refusal?.code, refusal?.column])).toEqual([
    [3, 'invalid_email', 'Mailadres'],
    [4, 'no_name', null],
    [6, 'duplicate_in_file', null],
  ])
  expect(refused[2]?.refusal?.explanation).toContain('Line 5')
  const inDutch = await world.visitor.download(`/api/v1/customer-imports/${file?.id}/rows?outcome=refuse`, {
    'accept-language': 'nl',
  })
  expect(JSON.stringify(await inDutch.json())).toContain('“peeters@example” is geen e-mailadres.')
})

test('the refused rows come back as a file that is mended and uploaded again', async () => {
  const [file] = (await world.get<{ items: { id: string }[] }>('/customer-imports')).items
  const answer = await world.visitor.download(`/api/v1/customer-imports/${file?.id}/refused`)
  expect(answer.headers.get('content-disposition')).toContain('klanten-refused.csv')
  const text = await answer.text()
  const [header, first] = text.split('\r\n')
  expect(header).toBe(
    'Gemeente;Ref.;Naam;Klantnr;Mailadres;Straat;Huisnr;Taal;Land;CC;vorder_line;vorder_column;vorder_reason',
  )
  expect(first).toBe(
    'Gent;x2;Bakkerij Peeters;K-2;peeters@example;Veldstraat;1;nl;BE;;3;Mailadres;' +
      'Not an e-mail address: “peeters@example” is not an e-mail address.',
  )
  const mended = text.replace('peeters@example;', 'peeters@example.be;').replace('x3;;', 'x3;Café Markt;')
  const again = await door.upload('klanten-refused.csv', mended.replace('K-4', 'K-5'))
  expect(targetsOf(again).join(' ')).toBe(
    'city - companyName number email addressLine addressLine language country cc - - -',
  )
  expect(again.columns[0]?.guessedBy).toBe('remembered')
  expect(await door.work(again.id, 'import')).toMatchObject({ counts: { create: 3, refuse: 0 } })
  expect((await customers()).map(({ number }) => number)).toEqual(['K-1', 'K-2', 'K-3', 'K-4', 'K-5'])
})

test('the same file twice changes nothing', async () => {
  const before = await customers()
  const file = await door.upload('klanten.csv', windows1252(messy))
  expect(await door.work(file.id, 'import')).toMatchObject({
    counts: { create: 0, update: 0, unchanged: 3, refuse: 2 },
    canUndo: false,
  })
  expect(await customers()).toEqual(before)
})

test('an empty cell leaves alone what is there; differences are shown field by field', async () => {
  const file = await door.upload(
    'p.csv',
    'Klantnr,Naam,City,E-mail,CC\nK-2,,Aalst,,x@example.be; y@example.be\n',
  )
  await door.work(file.id, 'preview')
  const [row] = await door.rows(file.id)
  expect(row).toMatchObject({ outcome: 'update', name: 'Bakkerij Peeters' })
  expect(row?.changes).toEqual([
    { field: 'cc', before: [], after: ['x@example.be', 'y@example.be'] },
    { field: 'city', before: 'Gent', after: 'Aalst' },
  ])
  await door.work(file.id, 'import')
  expect(await customer('K-2')).toMatchObject({ name: 'Bakkerij Peeters', city: 'Aalst' })
})

test('only new ones, or only existing ones, when a person says so', async () => {
  const text = 'Klantnr,Naam,City\nK-2,Other name,Ronse\nN-1,New one,Ronse\n'
  const news = await door.upload('new.csv', text)
  await door.change(news.id, { mode: 'create' })
  expect(await door.work(news.id, 'import')).toMatchObject({ counts: { create: 1, unchanged: 1, refuse: 0 } })
  expect((await door.rows(news.id, '&outcome=unchanged'))[0]?.refusal).toMatchObject({ code: 'only_new' })
  expect(await customer('K-2')).toMatchObject({ city: 'Aalst' })
  const known = await door.upload('known.csv', text.replace('N-1', 'N-2'))
  await door.change(known.id, { mode: 'update' })
  expect(await door.work(known.id, 'import')).toMatchObject({ counts: { create: 0, update: 1, refuse: 1 } })
  expect((await door.rows(known.id, '&outcome=refuse'))[0]?.refusal).toMatchObject({
    code: 'unknown_customer',
  })
  expect(await customer('K-2')).toMatchObject({ name: 'Other name', city: 'Ronse' })
})

test('by e-mail or VAT number only when asked; what fits several is refused with their numbers', async () => {
  const base = await door.upload(
    'v.csv',
    'customer_number,name,email,VAT\nV-1,One,same@example.be,BE 0403.170.701\nV-2,Two,same@example.be,\n',
  )
  await door.work(base.id, 'import')
  const text = 'name,email,VAT,city\nOne again,ONE@example.be,be0403170701,Gent\nWho,Same@example.be,,Gent\n'
  const unasked = await door.upload('m.csv', text)
  expect(await door.work(unasked.id, 'preview')).toMatchObject({ counts: { create: 2 } })
  await door.change(unasked.id, { match: { email: true, vatNumber: true } })
  expect(await door.work(unasked.id, 'import')).toMatchObject({ counts: { create: 0, update: 1, refuse: 1 } })
  expect((await door.rows(unasked.id, '&outcome=refuse'))[0]?.refusal?.explanation).toContain('V-1, V-2')
  expect(await customer('V-1')).toMatchObject({ name: 'One again', city: 'Gent' })
})

test('numbers come from the sequence, stepping over those that the file gives', async () => {
  const file = await door.upload('s.csv', 'customer_number,name\n,First\nC00001,Given\n,Second\n')
  await door.work(file.id, 'import')
  const numbers = (await customers()).filter(({ name }) => /^(First|Given|Second)$/.test(name))
  expect(numbers.map(({ name, number }) => `${name} ${number}`).sort()).toEqual([
    'First C00002',
    'Given C00001',
    'Second C00003',
  ])
})

test('an import is taken back as a whole, except for what was changed by hand since', async () => {
  const before = await customers()
  const file = await door.upload(
    'u.csv',
    'customer_number,name,city,vat\nK-1,Renamed,Namur,BE0417497106\nU-1,Gone again,Gent,\nU-2,Kept,Gent,\nU-3,Gone too,Gent,\n',
  )
  await door.work(file.id, 'import')
  const kept = await customer('U-2')
  await world.send('PATCH', `/api/v1/customers/${kept?.id}`, { facts: { city: 'By hand' } })
  const undone = await door.work(file.id, 'undo')
  expect(undone).toMatchObject({
    state: 'undone',
    canUndo: false,
    counts: { deleted: 2, restored: 1, kept: 1 },
  })
  expect(await door.rows(file.id, '&kept=true')).toMatchObject([
    { line: 4, name: 'Kept', undone: 'kept', undoneReason: 'Changed by hand since' },
  ])
  expect(await customers()).toEqual([...before, { ...kept, city: 'By hand' }].sort(byNumber))
  await expect(door.work(file.id, 'undo')).rejects.toThrow('nothing_to_undo')
  const kinds = (await world.get<{ items: { kind: string }[] }>('/activities?limit=30')).items.map(
    ({ kind }) => kind,
  )
  expect(kinds).toContain('customerImport.undone')
  expect(kinds).toContain('customerImport.finished')
})

test('what a later import changed is kept too, and goes when that one is taken back first', async () => {
  const first = await door.upload('1.csv', 'customer_number,name\nL-1,First\n')
  await door.work(first.id, 'import')
  const second = await door.upload('2.csv', 'customer_number,name\nL-1,Second\n')
  await door.work(second.id, 'import')
  expect(await door.work(first.id, 'undo')).toMatchObject({ counts: { deleted: 0, kept: 1 } })
  expect(await customer('L-1')).toMatchObject({ name: 'Second' })
  expect(await door.work(second.id, 'undo')).toMatchObject({ counts: { restored: 1, kept: 0 } })
  expect(await customer('L-1')).toMatchObject({ name: 'First' })
})

test('a workbook comes in as a person sees it: numbers without exponent, zeros in front, the sheet that is chosen', async () => {
  const sheet = [
    [
      { value: 'Company name' },
      { value: 'Phone' },
      { value: 'Postcode' },
      { value: 'E-mail' },
      { value: 'Customer number' },
    ],
    [
      { value: 'Smith & Sons <Ltd>' },
      { value: 32470123456 },
      { value: 123, format: '0000' },
      { value: 'smith@example.be' },
      { value: 20261122 },
    ],
  ]
  const bytes = await writeXlsxFile([
    { sheet: 'Notes', data: [[{ value: 'Nothing here' }]] },
    { sheet: 'Klanten', data: sheet },
  ]).toBuffer()
  const file = await door.upload('customers.xlsx', new Uint8Array(bytes))
  expect(file).toMatchObject({ reading: { format: 'xlsx', sheet: 'Notes' }, sheets: ['Notes', 'Klanten'] })
  const chosen = await door.change(file.id, { reading: { sheet: 'Klanten' } })
  expect(targetsOf(chosen)).toEqual(['companyName', 'mobile', 'postalCode', 'email', 'number'])
  await door.work(file.id, 'import')
  const smith = await customer('20261122')
  const { facts } = await world.get<{ facts: object }>(`/customers/${smith?.id}`)
  expect(facts).toMatchObject({
    companyName: 'Smith & Sons <Ltd>',
    mobile: '32470123456',
    postalCode: '0123',
  })
})

test('a file that is no table, or broken, is refused in words; nothing of it comes in', async () => {
  const before = await customers()
  const picture = await door.post(
    'logo.png',
    Buffer.from('89504e470d0a1a0a0000000d4948445200000000', 'hex'),
    'fr',
  )
  expect(picture).toMatchObject({ status: 422, body: { error: { code: 'not_text' } } })
  expect(JSON.stringify(picture.body)).toContain('ni du texte')
  expect(await door.post('empty.csv', '')).toMatchObject({
    status: 422,
    body: { error: { code: 'empty_file' } },
  })
  const rows = Array.from({ length: 3_000 }, (_, index) => `Q-${index},Customer ${index}\n`).join('')
  const broken = await door.upload('broken.csv', `customer_number,name\n${rows}Q-x,"never closed\n${rows}`)
  expect(await door.work(broken.id, 'import')).toMatchObject({
    state: 'failed',
    problem: { code: 'unclosed_quote' },
  })
  const late = await door.upload('late.csv', `customer_number,name\n${rows}Q-x,"never closed\n`)
  const failed = await door.work(late.id, 'import')
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'unclosed_quote' } })
  expect(failed.problem?.message).toContain('line 3002')
  expect(await customers()).toEqual(before)
})

test('taking a file away leaves its customers', async () => {
  const file = await door.upload('gone.csv', 'customer_number,name\nG-1,Stays\n')
  await door.work(file.id, 'import')
  await world.send('DELETE', `/api/v1/customer-imports/${file.id}`)
  await expect(door.get(file.id)).rejects.toThrow('404')
  expect(await customer('G-1')).toMatchObject({ name: 'Stays' })
})

test('a number that a row far below gives goes to that row, and not by the sequence to an earlier one', async () => {
  const { number } = await world.send<Seen>('POST', '/api/v1/customers', {
    facts: { companyName: 'By hand' },
  })
  const after = (steps: number) => `C${String(Number(number.slice(1)) + steps).padStart(5, '0')}`
  const unnumbered = Array.from({ length: 1_001 }, (_, index) => `,Sequence ${index + 1}\n`).join('')
  const file = await door.upload(
    'far.csv',
    `customer_number,company_name\n${unnumbered}${after(1)},Given one\n${after(700)},Given two\n`,
  )
  const foretold = await door.work(file.id, 'preview')
  expect(foretold.counts).toMatchObject({ create: 1_003, refuse: 0 })
  const imported = await door.work(file.id, 'import')
  expect(imported.counts).toEqual(foretold.counts)
  const named = async (q: string) =>
    (await world.get<{ items: Seen[] }>(`/customers?q=${encodeURIComponent(q)}`)).items[0]
  expect(await named('Given one')).toMatchObject({ number: after(1) })
  expect(await named('Given two')).toMatchObject({ number: after(700) })
  expect(await named('Sequence 1001')).toMatchObject({ number: after(1_003) })
})

test('none of this was our bug', () => {
  expect(world.logLines.filter((line) => /request failed|waits for a person/.test(line))).toEqual([])
})

type Seen = { id: string; number: string; name: string; city: string | null; cc: string[] }

async function customers(): Promise<Seen[]> {
  return (await world.get<{ items: Seen[] }>('/customers?sort=number&limit=200')).items
}

async function customer(number: string): Promise<Seen | undefined> {
  return (await customers()).find((one) => one.number === number)
}

function byNumber(one: { number?: string }, other: { number?: string }): number {
  return (one.number ?? '') < (other.number ?? '') ? -1 : 1
}

function targetsOf(file: { columns: { target: string | null }[] }): string[] {
  return file.columns.map(({ target }) => target ?? '-')
}

function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
}
