import { z } from 'zod'
import {
  type Activity,
  activityKinds,
  activityTitle,
  listActivities,
  type SubjectKind,
  subjectKinds,
} from '../activities/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { causeWords, failCauses, type ImportCause, skipCauses } from '../imports/index.ts'
import { messageCauseWords } from '../invitations/index.ts'
import { documentCauseWords, isDocumentCause } from '../invoice-documents/index.ts'
import type { Language } from '../texts/index.ts'
import { cursorOf, instantAnswer, languageOf, pageOf, pageQuery } from './answers.ts'

const changedValue = z.union([z.string(), z.array(z.string())]).nullable()

/** One field of a customer that got another value. */
const fieldChanges = z.array(z.object({ field: z.string(), before: changedValue, after: changedValue }))

const activityAnswer = z
  .object({
    id: z.string(),
    at: instantAnswer,
    subjectKind: z.enum(subjectKinds),
    subjectId: z.string(),
    /** The number of the invoice or the name of the customer or profile, where the line knows it. */
    subjectName: z.string().nullable(),
    kind: z.enum(activityKinds),
    cause: z.string().nullable(),
    title: z.string(),
    detail: z.string().nullable(),
    field: z.string().nullable().describe('The field that was pinned, or follows the CRM again'),
    changes: fieldChanges.describe('What of a customer changed, field by field'),
    actor: z.object({
      kind: z.enum(['user', 'api_key', 'webhook', 'schedule', 'cli', 'system', 'customer']),
      name: z.string().nullable(),
    }),
  })
  .meta({ id: 'Activity' })

const activityQuery = pageQuery.extend({
  subjectKind: z.enum(subjectKinds).optional(),
  subjectId: z.string().optional(),
  kind: z.enum(activityKinds).optional(),
})

/** What happened, to what, when, by whom, why (promise N4). */
export const activityRoutes: Door = async (app) => {
  app.get(
    '/activities',
    {
      schema: {
        tags: ['activities'],
        querystring: activityQuery,
        response: { 200: pageOf(activityAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, ...query } = request.query
      const activities = await listActivities(request.ctx, { ...query, before: cursor })
      const language = languageOf(request)
      return {
        items: activities.map((activity) => answerActivity(activity, language)),
        nextCursor: cursorOf(activities, query.limit),
      }
    },
  )
}

function answerActivity(activity: Activity, language: Language) {
  const { actorKind, actorName, data, at, ...rest } = activity
  return {
    ...rest,
    at: at.toISOString(),
    subjectName: subjectName(rest.subjectKind, data),
    title: activityTitle(activity, language),
    detail: causeTitle(activity, language),
    field: typeof data.field === 'string' ? data.field : null,
    changes: fieldChanges.safeParse(data.changes).data ?? [],
    actor: { kind: actorKind, name: actorName },
  }
}

function subjectName(kind: SubjectKind, data: Activity['data']): string | null {
  const name = kind === 'invoice' || kind === 'import_line' ? data.number : data.name
  return typeof name === 'string' ? name : null
}

function causeTitle({ kind, cause }: Activity, language: Language): string | null {
  if (kind.startsWith('invoice.document'))
    return isDocumentCause(cause) ? documentCauseWords(cause, language).title : null
  if (kind.startsWith('invoice.invit')) return messageCauseWords(cause, language)?.title ?? null
  return isImportCause(cause) ? causeWords(cause, language).title : null
}

function isImportCause(cause: string | null): cause is ImportCause {
  return [...skipCauses, ...failCauses].some((known) => known === cause)
}
