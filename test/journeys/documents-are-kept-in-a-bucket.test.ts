// Promise B11: the documents are kept where the settings say, in a bucket too; a bucket that is away loses none, one that refuses us stops the start in words
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { documentOf, fetchDocument } from '../support/read-documents.ts'
import { startBucket, type TestBucket } from '../support/start-bucket.ts'

let bucket: TestBucket
let world: TestApp

beforeAll(async () => {
  bucket = await startBucket()
  world = await createTestApp({ resting: [], settings: bucket.settings })
})
afterAll(async () => {
  await world?.stop()
  await bucket?.stop()
})

test('the PDF is kept in the bucket, comes back to the byte, and nothing of it stays on this machine', async () => {
  const { id } = world.teamleader.control.addInvoice()
  await world.drain()
  const document = await documentOf(world, id)
  expect(document).toMatchObject({ state: 'retrieved', hasFile: true })
  const { status, bytes } = await fetchDocument(world, id)
  expect({ status, size: bytes.length }).toEqual({ status: 200, size: document.sizeBytes })
  expect(bucket.keys()).toHaveLength(1)
  const folder = join(world.app.ctx.config.dataFolder, 'files')
  const kept = existsSync(folder) ? readdirSync(folder, { recursive: true }) : []
  expect(kept.filter((path) => path !== '.drafts')).toEqual([])
})

test('a bucket that is away: the document waits, and comes when the bucket is back', async () => {
  bucket.isAway(true)
  const { id } = world.teamleader.control.addInvoice()
  await world.drain().catch(() => {})
  expect(await documentOf(world, id)).toMatchObject({ state: 'waiting', hasFile: false })
  bucket.isAway(false)
  await world.advance(10 * 60_000)
  await world.app.jobs.runSchedule('tick-documents')
  await world.drain()
  expect(await documentOf(world, id)).toMatchObject({ state: 'retrieved', hasFile: true })
})

test('a bucket that refuses us stops the start with the setting that helps; one that is away does not', async () => {
  const wrong = { ...world.environment, VORDER_PORT: '0', VORDER_FILES_SECRET_ACCESS_KEY: 'wrong' }
  const refused = await createApp(readConfig(wrong))
  await expect(refused.start({ work: false })).rejects.toThrow('correct VORDER_FILES_SECRET_ACCESS_KEY')
  await refused.stop()
  bucket.isAway(true)
  await world.startSecond()
  expect(world.logLines.join('\n')).toContain('the bucket for files does not answer')
  bucket.isAway(false)
})
