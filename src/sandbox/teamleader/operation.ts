import { z } from 'zod'
import type { FileHost } from './file-host.ts'
import type { World } from './world.ts'

/** What an endpoint may touch. */
export type Scope = { world: World; fileHost: FileHost }

/** One endpoint: what it accepts, what it does, and the status of its success. */
export type Operation = {
  status: 200 | 201 | 204
  input: z.ZodType
  run(scope: Scope, input: unknown): unknown
}

/** Ties the schema of the request to the type that `run` receives. */
export function operation<Schema extends z.ZodType>(
  status: Operation['status'],
  input: Schema,
  run: (world: World, input: z.infer<Schema>, fileHost: FileHost) => unknown,
): Operation {
  return { status, input, run: (scope, value) => run(scope.world, value as z.infer<Schema>, scope.fileHost) }
}

export const uuid = z.guid()
export const day = z.iso.date()
export const instant = z.iso.datetime({ offset: true, local: true }).or(day)
export const text = z.string().min(1)
export const byId = z.object({ id: uuid })
export const customerRef = z.object({ type: z.enum(['contact', 'company']), id: uuid })
/** Query strings hold numbers as text. */
export const page = z
  .object({
    size: z.coerce.number().int().min(1).optional(),
    number: z.coerce.number().int().min(1).optional(),
  })
  .optional()
/** Accepted and without effect, as where the sandbox has one order only. */
export const anySort = z.array(z.unknown()).optional()
export const includes = z.string().optional()
export const currencyCode = z.enum(
  'BAM CAD CHF CLP CNY COP CZK DKK EUR GBP INR ISK JPY MAD MXN NOK PEN PLN RON SEK TRY USD ZAR'.split(' '),
)
export const money = z.object({ amount: z.number(), currency: currencyCode })

export function sortBy<Field extends string>(fields: [Field, ...Field[]]) {
  return z
    .array(z.object({ field: z.enum(fields).catch(fields[0]), order: z.enum(['asc', 'desc']).optional() }))
    .optional()
}

/** `filter` may be left out or be null; unknown keys in it are dropped, as everywhere. */
export function filter<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).partial().nullish()
}
