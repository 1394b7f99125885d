import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { sendTryout, tryText } from '../message-delivery/index.ts'
import { mailLanguages, mailPlaceholders, reminderLimits } from '../profiles/index.ts'

const textInput = z.object({ subject: z.string().max(200), body: z.string().max(5_000) })
const tryInput = z
  .object({
    kind: z.enum(['invitation', 'reminder']),
    level: z.int().min(0).max(reminderLimits.levels).default(0).describe('Of a reminder, from 1'),
    language: z.enum(mailLanguages),
    text: textInput
      .optional()
      .describe(
        `Instead of the one that the profile has; may hold ${mailPlaceholders.map((name) => `{${name}}`).join(', ')}`,
      ),
  })
  .refine(
    ({ kind, level }) => (kind === 'reminder') === level > 0,
    'A reminder has a level from 1, an invitation has 0',
  )
  .meta({ id: 'TextToTry' })

/** Trying a text before it is used (promise C9). */
export const profileTextRoutes: Door = async (app) => {
  const tags = ['profiles']
  const params = z.object({ id: z.string() })
  const shown = z
    .object({ subject: z.string(), text: z.string(), html: z.string() })
    .meta({ id: 'TextPreview' })

  app.post(
    '/profiles/:id/preview',
    { schema: { tags, params, body: tryInput, response: { 200: shown, ...errorResponses } } },
    (request) => tryText(request.ctx, { profileId: request.params.id, ...request.body }),
  )
  app.post(
    '/profiles/:id/send-test',
    {
      config: { access: 'administrator' },
      schema: {
        tags,
        params,
        body: tryInput,
        response: {
          200: z.object({ sentTo: z.string() }).meta({ id: 'TestMessage' }),
          ...errorResponses,
        },
      },
    },
    (request) => sendTryout(request.ctx, { profileId: request.params.id, ...request.body }),
  )
}
