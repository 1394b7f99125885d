import { z } from 'zod'
import type { Context } from '../context.ts'
import {
  holidayCountries,
  mailLanguages,
  mailPlaceholders,
  type Profile,
  reminderLimits,
} from '../profiles/index.ts'
import { nextSendTimeOf } from '../send-times/index.ts'
import { instantAnswer, nameInput } from './answers.ts'
import { ibanInput } from './iban-input.ts'

// What is missing is refused with the place and a code of its own, not by the shape.
const mailText = z
  .object({ subject: z.string().max(200), body: z.string().max(5_000) })
  .describe(`May hold ${mailPlaceholders.map((name) => `{${name}}`).join(', ')}`)
const texts = z
  .partialRecord(z.enum(mailLanguages), mailText)
  .describe('Texts of its own, by language; a language without one has the text that comes with Vorder')

const switches = {
  sendOnBooking: z.boolean().describe('Send the invitation when an invoice is booked'),
  waitForDocument: z.boolean().describe('Wait for the PDF and attach it'),
  includeDocument: z.boolean().describe('Attach the PDF when it is there'),
  showsDocument: z.boolean().describe('The payment page shows the PDF'),
  takesQuestions: z.boolean().describe('The payment page takes questions'),
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
const beneficiary = nameInput
  .max(70)
  .nullable()
  .describe('Whose account it is; null: the business by its name')
const account = 'The account to pay to; null: that of the business'

export const profileAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: instantAnswer,
    version: z.int().describe('Every change of how it sends makes a new one'),
    ...switches,
    invitationTexts: texts,
    ...reminding,
    iban: z.string().nullable().describe(account),
    beneficiary,
    nextSendAt: instantAnswer.describe('When reminders can leave next: now, or the first moment after'),
  })
  .meta({ id: 'Profile' })
export const profileInput = z.object({ name: nameInput }).meta({ id: 'ProfileName' })
export const profileChanges = z
  .object({
    name: nameInput,
    ...switches,
    invitationTexts: texts,
    ...reminding,
    iban: ibanInput.nullable().describe(account),
    beneficiary,
  })
  .partial()
  .meta({ id: 'ProfileChanges' })

export async function answerProfiles(ctx: Context, profiles: readonly Profile[]) {
  const times = await nextSendTimeOf(ctx, profiles)
  return profiles.map((profile, at) => ({
    ...profile,
    createdAt: profile.createdAt.toISOString(),
    nextSendAt: (times[at] ?? ctx.now()).toISOString(),
  }))
}

export async function answerProfile(ctx: Context, profile: Profile) {
  const [answer] = await answerProfiles(ctx, [profile])
  if (!answer) throw new Error(`Profile ${profile.id} got lost on its way`)
  return answer
}
