import type { FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'

/**
 * What a program sends to the API and nobody knows is refused, with its name (promise N7): a field that is spelt wrongly, such
 * as the amount of a promise, would else be left out without a word. Others who call us (a CRM, a mail provider, a form)
 * may send what they like.
 */
export const strictBodies: FastifySchemaCompiler<z.ZodType> = (route) => {
  const { schema, httpPart, url } = route
  const isOurs = httpPart === 'body' && url?.startsWith('/api/') === true
  return validatorCompiler({
    ...route,
    schema: isOurs && schema instanceof z.ZodObject ? schema.strict() : schema,
  })
}
