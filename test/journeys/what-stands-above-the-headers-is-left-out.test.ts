// Promise A13: a title above the headers, as Excel's lists have it, is neither a header nor a customer; a person says where
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor, type ImportSeen } from '../support/file-door.ts'

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp({ switches: false })
  door = fileDoor(world)
})
afterAll(() => world.stop())

const titled = [
  'Klantenlijst 2026;;;;',
  '',
  'Klantnr;Naam;E-mail;Ref.;Gemeente',
  'T-1;Bakkerij Peeters;info@peeters.be;r1;Gent',
  'T-2;Café Markt;markt@;r2;Aalst',
].join('\r\n')

test('a title in a CSV is left out of the columns, the samples, the rows and the refused rows', async () => {
  const file = await door.upload('lijst.csv', titled)
  expect(file.reading).toMatchObject({ delimiter: ';', hasHeader: true, headerLine: 3 })
  expect(file.columns[0]).toMatchObject({ header: 'Klantnr', samples: ['T-1', 'T-2'] })
  expect(targetsOf(file)).toEqual(['number', 'companyName', 'email', null, 'city'])
  await door.change(file.id, { targets: { 3: 'peppolId', 4: null } })

  expect(await door.work(file.id, 'preview')).toMatchObject({ counts: { total: 2, create: 1, refuse: 1 } })
  expect((await door.rows(file.id)).map(({ line, outcome }) => [line, outcome])).toEqual([
    [4, 'create'],
    [5, 'refuse'],
  ])
  expect(await door.work(file.id, 'import')).toMatchObject({ counts: { total: 2, create: 1, refuse: 1 } })

  const answer = await world.visitor.download(`/api/v1/customer-imports/${file.id}/refused`)
  const refused = await answer.text()
  expect(refused.split('\r\n').slice(0, 2)).toEqual([
    'Klantnr;Naam;E-mail;Ref.;Gemeente;vorder_line;vorder_column;vorder_reason',
    expect.stringMatching(/^T-2;Café Markt;markt@;r2;Aalst;5;E-mail;/),
  ])
  const again = await door.upload('lijst-refused.csv', refused.replace('markt@;', 'markt@example.be;'))
  expect(again.reading.headerLine).toBe(1)
  expect(targetsOf(again)).toEqual(['number', 'companyName', 'email', 'peppolId', null, null, null, null])
  expect(again.columns[3]?.guessedBy).toBe('remembered')
  const mended = await door.change(again.id, { targets: { 3: null } })
  expect(await door.work(mended.id, 'import')).toMatchObject({ counts: { create: 1, refuse: 0 } })
})

test('a title in a workbook is left out too', async () => {
  const rows = [['Klantenlijst 2026'], [], ['Op 1 juni'], ['Klantnr', 'Naam'], ['W-1', 'Drukkerij De Pers']]
  const data = rows.map((cells) => cells.map((value) => ({ value })))
  const file = await door.upload(
    'lijst.xlsx',
    new Uint8Array(await writeXlsxFile(data, { sheet: 'Blad1' }).toBuffer()),
  )
  expect(file.reading).toMatchObject({ format: 'xlsx', hasHeader: true, headerLine: 4 })
  expect(targetsOf(file)).toEqual(['number', 'companyName'])
  await door.work(file.id, 'import')
  expect(await door.rows(file.id)).toMatchObject([{ line: 5, name: 'Drukkerij De Pers', outcome: 'create' }])
})

test('a person says which line names the columns, or that none does', async () => {
  const file = await door.upload('k.csv', 'Lijst 7;;\n\nWie;Waar;Wat\nN-1;Gent;x\nN-2;Aalst;y\n')
  expect(file.reading).toMatchObject({ hasHeader: false, headerLine: null })
  expect(file.columns[0]).toMatchObject({ header: 'A', samples: ['Lijst 7', 'Wie', 'N-1', 'N-2'] })

  const chosen = await door.change(file.id, { reading: { headerLine: 3 } })
  expect(chosen.reading).toMatchObject({ hasHeader: true, headerLine: 3 })
  expect(chosen.columns[0]).toMatchObject({ header: 'Wie', samples: ['N-1', 'N-2'] })
  // Nothing stands in line 2: the next that holds something is meant.
  expect((await door.change(file.id, { reading: { headerLine: 2 } })).reading.headerLine).toBe(3)
  expect((await door.change(file.id, { reading: { hasHeader: true } })).reading.headerLine).toBe(1)
  await expect(door.change(file.id, { reading: { headerLine: 6 } })).rejects.toThrow('reading.headerLine')

  const none = await door.change(file.id, { reading: { hasHeader: false }, targets: { 0: 'companyName' } })
  expect(none.reading).toMatchObject({ hasHeader: false, headerLine: null })
  await door.work(file.id, 'preview')
  expect((await door.rows(file.id)).map(({ line, name }) => [line, name])).toEqual([
    [1, 'Lijst 7'],
    [3, 'Wie'],
    [4, 'N-1'],
    [5, 'N-2'],
  ])
})

function targetsOf({ columns }: ImportSeen): (string | null)[] {
  return columns.map(({ target }) => target)
}
