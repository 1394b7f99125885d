import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestContext, type TestContext } from '../../test/support/test-context.ts'
import type { FileReading } from './customer-import.ts'
import { readRecords } from './read-rows.ts'

let world: TestContext
beforeAll(async () => {
  world = await createTestContext()
  await world.ctx.files.put(
    'imports/list',
    Readable.from([Buffer.from('\nTitle\n\nnumber,name\n1,A\n2,B\n')]),
  )
})
afterAll(() => world.close())

test.each([
  ['below the headers', { hasHeader: true, headerLine: 4 }, ['1: line 5', '2: line 6']],
  [
    'all when there are none',
    { hasHeader: false, headerLine: null },
    ['1: line 2', '2: line 4', '3: line 5', '4: line 6'],
  ],
  // As files that were uploaded before the line was kept have it.
  [
    'below the first when the line is not known',
    { hasHeader: true },
    ['1: line 4', '2: line 5', '3: line 6'],
  ],
])('the rows are those %s; lines are counted as in the file', async (_, header, expected) => {
  const reading = { format: 'csv', encoding: 'utf-8', delimiter: ',', sheet: null, ...header } as FileReading
  const seen: string[] = []
  for await (const records of readRecords(world.ctx, { storageKey: 'imports/list', reading }))
    seen.push(...records.map(({ record, row }) => `${record}: line ${row.line}`))
  expect(seen).toEqual(expected)
})
