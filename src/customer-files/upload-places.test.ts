import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { fileDoor } from '../../test/support/file-door.ts'
import { addTestCreditor } from '../../test/support/test-context.ts'
import type { Context } from '../context.ts'
import { uploadCustomerFile } from './upload-customer-file.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ switches: false })
})
afterAll(() => world.stop())

const csv = 'customer_number,name\nU-1,Somebody\n'

test('a business uploads three files at once; the next is refused in words, and nothing of it is kept', async () => {
  const held = await Promise.all([1, 2, 3].map(() => hold(world.ctx)))
  const answer = await fileDoor(world).post('fourth.csv', csv)
  expect(answer).toMatchObject({ status: 429, body: { error: { code: 'too_many_uploads' } } })
  expect(await fileNames()).toEqual(Array<string>(3).fill('held.csv'))
  // The others are not disturbed, and make room when they are there.
  for (const one of held) expect(await one.finish()).toMatchObject({ problem: null })
  expect(await fileDoor(world).post('fourth.csv', csv)).toMatchObject({ status: 201 })
})

test('another business has its own room, until there is none in all; what breaks off makes room', async () => {
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => addTestCreditor(world.app.ctx)))
  if (!one || !two || !three) throw new Error('There is no business')
  const held = await Promise.all([one, one, one, two, two, two, three, three].map((ctx) => hold(ctx)))
  await expect(hold(three)).rejects.toMatchObject({ code: 'too_many_uploads' })
  await held[0]?.breakOff()
  held.push(await hold(three))
  for (const each of held.slice(1)) await each.finish()
})

/** An upload of which the end is on its way. Gives it as soon as its first bytes were taken. */
async function hold(ctx: Context) {
  const end = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  async function* bytes(): AsyncGenerator<Uint8Array> {
    begun.resolve()
    yield Buffer.from(csv)
    await end.promise
  }
  const upload = uploadCustomerFile(ctx, { fileName: 'held.csv', bytes: bytes() })
  await Promise.race([begun.promise, upload])
  return {
    finish() {
      end.resolve()
      return upload
    },
    async breakOff() {
      end.reject(new Error('The line broke'))
      await expect(upload).rejects.toThrow('The line broke')
    },
  }
}

async function fileNames(): Promise<string[]> {
  const { rows } = await world.ctx.database.owner.query('select file_name from customer_imports')
  return rows.map((row) => row.file_name)
}
