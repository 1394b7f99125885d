import { z } from 'zod'
import { attachmentHeaders, type Door, errorResponses } from '../http/index.ts'
import {
  listSharedFiles,
  openSharedFile,
  removeSharedFile,
  type SharedFile,
  sharedFilePurposes,
} from '../shared-files/index.ts'
import { cursorOf, instantAnswer, pageOf, pageQuery } from './answers.ts'

const sharedFileAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    contentType: z.string(),
    sizeBytes: z.int(),
    ownerName: z.string().nullable(),
    purpose: z.enum(sharedFilePurposes),
    createdAt: instantAnswer,
    expiresAt: instantAnswer,
    downloads: z.int(),
  })
  .meta({ id: 'SharedFile' })

/** Files that were made for download (promise A12): an administrator sees all of the business, others their own. */
export const sharedFileRoutes: Door = async (app) => {
  const tags = ['shared-files']
  const params = z.object({ id: z.string() })

  app.get(
    '/shared-files',
    {
      schema: {
        tags,
        querystring: pageQuery,
        response: { 200: pageOf(sharedFileAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const files = await listSharedFiles(request.ctx, { before: cursor, limit })
      return { items: files.map(answerSharedFile), nextCursor: cursorOf(files, limit) }
    },
  )

  app.get(
    '/shared-files/:id/content',
    {
      schema: {
        tags,
        params,
        response: {
          200: z.any().describe('The file itself, to be saved').meta({ format: 'binary' }),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const { file, bytes } = await openSharedFile(request.ctx, request.params.id)
      return reply.headers(attachmentHeaders(file)).send(bytes)
    },
  )

  app.delete(
    '/shared-files/:id',
    { schema: { tags, params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      await removeSharedFile(request.ctx, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function answerSharedFile(file: SharedFile) {
  return { ...file, createdAt: file.createdAt.toISOString(), expiresAt: file.expiresAt.toISOString() }
}
