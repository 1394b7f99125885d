import { z } from 'zod'
import { callbackPath, findAuthorisationCreditor } from '../connections/index.ts'
import { creditorOf } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Door, sessionOf, switchCreditor } from '../http/index.ts'
import { completeConnection } from '../imports/index.ts'

const callbackQuery = z.object({
  state: z.string().max(500).optional(),
  code: z.string().max(4_000).optional(),
  error: z.string().max(200).optional(),
})

/** Where a CRM sends the browser back to; it ends on the settings page with the outcome in its address. */
export const callbackRoutes: Door = async (app) => {
  app.get(
    callbackPath('teamleader'),
    { config: { access: 'user' }, schema: { hide: true, querystring: callbackQuery } },
    async (request, reply) => {
      const sessionToken = sessionOf(request).sessionHash.toString('base64url')
      const settings = (name: string, value: string) =>
        reply.redirect(`/settings/integrations?${new URLSearchParams({ [name]: value }).toString()}`)
      try {
        const { state, code, error } = request.query
        const creditorId = await findAuthorisationCreditor(request.ctx, { state })
        await switchCreditor(request, creditorId ?? creditorOf(request.ctx), 'administrator')
        const connection = await completeConnection(request.ctx, {
          source: 'teamleader',
          sessionToken,
          state,
          code,
          error,
        })
        return settings('connected', connection.id)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        request.log.warn({ code: error.code }, 'connecting failed')
        return settings('connectProblem', error.code)
      }
    },
  )
}
