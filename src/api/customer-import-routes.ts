import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type CustomerImport,
  changeCustomerImport,
  FileProblemError,
  fileProblemWords,
  getCustomerImport,
  importChoices,
  listCustomerImports,
  listImportRows,
  openRefusedRows,
  removeCustomerImport,
  startFileWork,
  uploadCustomerFile,
} from '../customer-files/index.ts'
import { InvalidInputError } from '../errors.ts'
import { attachmentHeaders, type Door, errorResponses } from '../http/index.ts'
import { cursorOf, flagQuery, languageOf, pageOf, pageQuery } from './answers.ts'
import { answerImport, answerRow, customerImportAnswer, importRowAnswer } from './customer-import-answers.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const changesInput = z
  .object({
    reading: z
      .object({
        encoding: z.enum(importChoices.encodings).nullable(),
        delimiter: z.enum(importChoices.delimiters).nullable(),
        sheet: z.string().max(100).nullable(),
        hasHeader: z.boolean(),
        headerLine: z
          .int()
          .min(1)
          .max(1_000_000)
          .describe('The line or row that names the columns; what stands above it is left out'),
      })
      .partial()
      .optional(),
    targets: z
      .record(z.string().regex(/^\d{1,3}$/), z.string().max(50).nullable())
      .optional()
      .describe('What a column holds, by its index; null for nothing that is wanted'),
    mode: z.enum(importChoices.modes).optional(),
    match: z.object({ email: z.boolean(), vatNumber: z.boolean() }).partial().optional(),
  })
  .meta({ id: 'CustomerImportChanges' })

/** Customers out of CSV and XLSX files (promise A13): upload, look, choose, preview, import, undo. */
export const customerImportRoutes: Door = async (app) => {
  await app.register(multipart, {
    limits: { files: 2, fields: 10, parts: 12, fieldSize: 1_000, fileSize: Number.POSITIVE_INFINITY },
  })
  await app.register(uploadRoutes)
  await app.register(chooseRoutes)
  await app.register(workRoutes)
  await app.register(rowRoutes)
}

const tags = ['customer-imports']
const params = z.object({ id: z.string() })

function answer(request: FastifyRequest, found: CustomerImport) {
  return answerImport(found, { now: request.ctx.now(), language: languageOf(request) })
}

const uploadRoutes: Door = async (app) => {
  app.get(
    '/customer-imports',
    {
      schema: {
        tags,
        querystring: pageQuery,
        response: { 200: pageOf(customerImportAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const imports = await listCustomerImports(request.ctx, { before: cursor, limit })
      return {
        items: imports.map((one) => answer(request, one)),
        nextCursor: cursorOf(imports, limit),
      }
    },
  )

  app.post(
    '/customer-imports',
    {
      config: { receivesFiles: true },
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        response: { 201: customerImportAnswer, ...errorResponses },
      },
    },
    async (request, reply) => {
      const uploaded = await inWords(request, () => upload(request))
      return reply.code(201).send(answer(request, uploaded))
    },
  )
}

const chooseRoutes: Door = async (app) => {
  app.get(
    '/customer-imports/:id',
    { schema: { tags, params, response: { 200: customerImportAnswer, ...errorResponses } } },
    async (request) => answer(request, await getCustomerImport(request.ctx, request.params.id)),
  )

  app.patch(
    '/customer-imports/:id',
    {
      schema: {
        tags,
        params,
        body: changesInput,
        response: { 200: customerImportAnswer, ...errorResponses },
      },
    },
    async (request) => {
      const { match, ...changes } = request.body
      const known = await getCustomerImport(request.ctx, request.params.id)
      const matchBy =
        match && importChoices.matchFields.filter((field) => match[field] ?? known.matchBy.includes(field))
      const changed = await changeCustomerImport(request.ctx, { id: known.id, ...changes, matchBy })
      return answer(request, changed)
    },
  )

  app.delete(
    '/customer-imports/:id',
    { schema: { tags, params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      await removeCustomerImport(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

const workRoutes: Door = async (app) => {
  const works = ['preview', 'import', 'undo'] as const
  for (const work of works) {
    app.post(
      `/customer-imports/:id/${work}`,
      { schema: { tags, params, response: { 202: longRunAnswer, ...errorResponses } } },
      async (request, reply) => {
        const run = await startFileWork(request.ctx, { importId: request.params.id, work })
        return reply.code(202).send(answerLongRun(run, request.ctx.now()))
      },
    )
  }
}

const rowRoutes: Door = async (app) => {
  app.get(
    '/customer-imports/:id/rows',
    {
      schema: {
        tags,
        params,
        querystring: pageQuery.extend({
          outcome: z.enum(importChoices.outcomes).optional(),
          kept: flagQuery.optional().describe('Rows that an undo left as they are'),
        }),
        response: { 200: pageOf(importRowAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { outcome, kept, cursor, limit } = request.query
      const after = recordOf(cursor)
      const rows = await listImportRows(request.ctx, {
        importId: request.params.id,
        outcome,
        isKept: kept,
        after,
        limit,
      })
      const last = rows.length < limit ? undefined : rows.at(-1)
      return {
        items: rows.map((row) => answerRow(row, languageOf(request))),
        nextCursor: last ? String(last.record) : null,
      }
    },
  )

  app.get(
    '/customer-imports/:id/refused',
    {
      schema: {
        tags,
        params,
        // A browser's own download names its language, which need not be the page's.
        querystring: z.object({ language: z.enum(['en', 'nl', 'fr']).optional() }),
        response: {
          200: z.any().describe('A CSV file, to be saved').meta({ format: 'binary' }),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const refused = await openRefusedRows(request.ctx, {
        importId: request.params.id,
        language: request.query.language ?? languageOf(request),
      })
      return reply.headers(attachmentHeaders(refused)).send(Readable.from(refused.bytes))
    },
  )
}

/** The one file of the form, kept as it comes in; its size is watched by the verb. */
async function upload(request: FastifyRequest): Promise<CustomerImport> {
  if (!request.isMultipart()) throw noFile('Send one file as multipart/form-data')
  let uploaded: CustomerImport | undefined
  try {
    for await (const file of request.files()) {
      if (uploaded) throw noFile('Send one file at a time')
      uploaded = await uploadCustomerFile(request.ctx, {
        fileName: fileNameOf(file.filename),
        bytes: file.file,
      })
    }
  } catch (error) {
    // Left unread, what is still on its way would keep the connection from its next request.
    request.raw.unpipe().resume()
    if (uploaded) await removeCustomerImport(request.ctx, uploaded.id)
    if (request.raw.errored) throw new InvalidInputError('The upload was cut off', [], 'upload_cut_off')
    throw error
  }
  if (!uploaded) throw noFile('Send one file as multipart/form-data')
  return uploaded
}

/** As people named it, without what no name of a file holds. */
function fileNameOf(name: string | undefined): string {
  const plain = (name ?? '').replace(/\p{Cc}|\p{Cs}/gu, '').trim()
  return (plain.split(/[\\/]/).at(-1) || 'customers').slice(-200)
}

function noFile(message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path: 'file', message }])
}

/** Why a file cannot be read, in the language of whoever sent it. */
async function inWords<T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error
    const { explanation } = fileProblemWords(error.problem, languageOf(request))
    throw new InvalidInputError(explanation, [{ path: 'file', message: explanation }], error.code)
  }
}

function recordOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new InvalidInputError('The cursor is not one of ours', [{ path: 'cursor', message: 'Not valid' }])
}
