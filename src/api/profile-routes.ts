import { z } from 'zod'
import { inTransaction } from '../context.ts'
import { type Door, errorResponses } from '../http/index.ts'
import {
  changeProfile,
  createProfile,
  getProfile,
  holidayCountries,
  listProfiles,
  mailLanguages,
  mailPlaceholders,
  type Profile,
  reminderLimits,
  renameProfile,
} from '../profiles/index.ts'
import { instantAnswer, nameInput } from './answers.ts'

const mailText = z
  .object({ subject: z.string().min(1).max(200), body: z.string().min(1).max(5_000) })
  .describe(`May hold ${mailPlaceholders.map((name) => `{${name}}`).join(', ')}`)
const texts = z
  .partialRecord(z.enum(mailLanguages), mailText)
  .describe('Texts of its own, by language; a language without one has the text that comes with Vorder')

const switches = {
  sendOnBooking: z.boolean().describe('Send the invitation when an invoice is booked'),
  waitForDocument: z.boolean().describe('Wait for the PDF and attach it'),
  includeDocument: z.boolean().describe('Attach the PDF when it is there'),
}
const hourInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give an hour as HH:MM')
const reminding = {
  sendReminders: z.boolean().describe('Remind by itself of invoices whose invitation was sent'),
  reminders: z
    .array(z.object({ offsetDays: z.int().describe('Days after the due date'), isOn: z.boolean(), texts }))
    .max(reminderLimits.levels)
    .describe('The levels, in order'),
  sendTimes: z
    .object({
      days: z.array(z.int()).max(7).describe('1 is Monday, 7 is Sunday'),
      from: hourInput,
      until: hourInput,
      holidaysOf: z.array(z.enum(holidayCountries)).max(2),
    })
    .describe('When reminders leave, in the time zone of the business'),
}
const profileAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: instantAnswer,
    version: z.int().describe('Every change of how it sends makes a new one'),
    ...switches,
    invitationTexts: texts,
    ...reminding,
  })
  .meta({ id: 'Profile' })
const profileInput = z.object({ name: nameInput }).meta({ id: 'ProfileName' })
const profileChanges = z
  .object({ name: nameInput, ...switches, invitationTexts: texts, ...reminding })
  .partial()
  .meta({ id: 'ProfileChanges' })

/** How invoices are invited, reminded and collected. */
export const profileRoutes: Door = async (app) => {
  const tags = ['profiles']
  const params = z.object({ id: z.string() })
  app.get(
    '/profiles',
    { schema: { tags, response: { 200: z.object({ items: z.array(profileAnswer) }), ...errorResponses } } },
    async (request) => {
      const profiles = await listProfiles(request.ctx)
      return { items: profiles.map(answerProfile) }
    },
  )
  app.post(
    '/profiles',
    {
      config: { access: 'administrator' },
      schema: { tags, body: profileInput, response: { 201: profileAnswer, ...errorResponses } },
    },
    async (request, reply) =>
      reply.code(201).send(answerProfile(await createProfile(request.ctx, request.body))),
  )
  app.get(
    '/profiles/:id',
    { schema: { tags, params, response: { 200: profileAnswer, ...errorResponses } } },
    async (request) => answerProfile(await getProfile(request.ctx, request.params.id)),
  )
  app.patch(
    '/profiles/:id',
    {
      config: { access: 'administrator' },
      schema: { tags, params, body: profileChanges, response: { 200: profileAnswer, ...errorResponses } },
    },
    (request) => {
      const { name, ...changes } = request.body
      const profileId = request.params.id
      const settings = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      return inTransaction(request.ctx, async (tx) => {
        if (name !== undefined) await renameProfile(tx, { profileId, name })
        return answerProfile(await changeProfile(tx, { profileId, settings }))
      })
    },
  )
}

function answerProfile(profile: Profile) {
  return { ...profile, createdAt: profile.createdAt.toISOString() }
}
