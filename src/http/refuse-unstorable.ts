import type { FastifyInstance } from 'fastify'
import { type InvalidField, InvalidInputError } from '../errors.ts'

/**
 * Refuses texts that no database can hold and no person types: U+0000 and half a surrogate pair, wherever they stand in
 * the address or the body. Hooks are excepted: what machines push is kept as far as it can be.
 */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.access === 'machine') return
    const fields = [request.params, request.query, request.body].flatMap(unstorableFields)
    if (fields.length > 0)
      throw new InvalidInputError('Some fields hold characters that are not text', fields)
  })
}

/** Names the top fields. Without recursion: how deep a body is nested is its sender's choice. */
function unstorableFields(whole: unknown): InvalidField[] {
  const fields: InvalidField[] = []
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: whole }]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { path, value } = part
    if (typeof value === 'string' && isUnstorable(value)) fields.push({ path, message: 'Not text' })
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (isUnstorable(key)) fields.push({ path, message: 'Not text' })
      else waiting.push({ path: path === '' ? key : path, value: inner })
    }
  }
  return fields
}

function isUnstorable(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed()
}
