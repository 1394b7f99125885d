import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { openApiDocument } from '../http/index.ts'

type Description = {
  paths: Record<string, Record<string, { summary?: string; tags?: string[]; requestBody?: object }>>
}

test('the description says of every route in words what it does', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-api-'))
  const app = await createApp(readConfig({ VORDER_DATA_FOLDER: dataFolder, VORDER_LOG_LEVEL: 'warn' }))
  try {
    const { paths } = (await openApiDocument(app.http)) as Description
    const routes = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, route]) => ({ name: `${verb} ${path}`, ...route })),
    )
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter(({ summary, tags }) => !summary || !tags?.length)).toEqual([])
    expect(paths['/api/v1/customer-imports']?.post?.requestBody).toMatchObject({
      content: { 'multipart/form-data': { schema: { required: ['file'] } } },
    })
  } finally {
    await app.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
