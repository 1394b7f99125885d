import { z } from 'zod'
import { createConnectionFields } from '../connections/index.ts'
import { getCreditor } from '../creditors/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { type ListedInvoice, listInvoices } from '../invoice-lists/index.ts'
import {
  fieldProblemWords,
  listProfileReadings,
  type ProfileReading,
  profileFieldLabels,
  summariseProfileChoices,
} from '../profile-choices/index.ts'
import { listProfiles, profileReasons, profileReasonWords, profileWarningWords } from '../profiles/index.ts'
import type { Language } from '../texts/index.ts'
import { dayIn } from '../values/index.ts'
import { languageOf, moneyAnswer, pageOf, pageQuery, wordsAnswer } from './answers.ts'
import { invoiceFilterQuery, plainFilterOf } from './invoice-inputs.ts'

const contexts = z.enum(['invoice', 'subscription'])
const warningAnswer = wordsAnswer.extend({ value: z.string().nullable() })

const choiceAnswer = z
  .object({
    id: z.string().describe('Of the invoice'),
    number: z.string().nullable(),
    customerName: z.string(),
    invoiceDate: z.string().nullable(),
    total: moneyAnswer,
    profile: z.object({ id: z.string(), name: z.string() }),
    profileReason: wordsAnswer,
    warning: warningAnswer.nullable(),
    webUrl: z.string().nullable(),
    readings: z
      .array(
        z.object({
          context: contexts,
          field: z.string().nullable().describe('The name of the field; null: the CRM no longer has it'),
          values: z.array(z.string()),
        }),
      )
      .describe('What the custom fields said when they were read last; empty when none was'),
  })
  .meta({ id: 'ProfileChoice' })

const counted = wordsAnswer.extend({ count: z.int() })
const summaryAnswer = z
  .object({
    all: z.int(),
    warned: z.int(),
    reasons: z.array(counted),
    warnings: z.array(counted),
  })
  .describe('Each count is at most 10001: that many means more than 10000')
  .meta({ id: 'ProfileChoiceSummary' })

const madeFieldsAnswer = z
  .object({
    fields: z.array(
      z.object({
        context: contexts,
        outcome: z.enum(['made', 'found', 'kept', 'refused']),
        label: z.string(),
        missingOptions: z.array(z.string()),
        detail: z.string().nullable().describe('What the CRM said when it refused'),
      }),
    ),
    problem: wordsAnswer.nullable(),
  })
  .meta({ id: 'MadeFields' })

/** Which invoices chose which profile and why (promise B10). */
export const profileChoiceRoutes: Door = async (app) => {
  const tags = ['profiles']
  app.get(
    '/profile-choices',
    {
      schema: {
        tags,
        querystring: pageQuery.extend(invoiceFilterQuery.shape),
        response: { 200: pageOf(choiceAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const { timeZone } = await getCreditor(request.ctx)
      const today = dayIn(timeZone, request.ctx.now())
      const filter = { ...plainFilterOf(request.query), state: 'all' as const, today }
      const page = await listInvoices(request.ctx, {
        filter,
        sort: 'invoiceDate',
        order: 'desc',
        cursor,
        limit,
      })
      const readings = await listProfileReadings(
        request.ctx,
        page.items.map(({ id }) => id),
      )
      const language = languageOf(request)
      const items = page.items.map((invoice) => answerChoice(invoice, readings.get(invoice.id), language))
      return { items, nextCursor: page.nextCursor }
    },
  )
  app.get(
    '/profile-choices/summary',
    { schema: { tags, response: { 200: summaryAnswer, ...errorResponses } } },
    async (request) => {
      const { all, warned, reasons, warnings } = await summariseProfileChoices(request.ctx)
      const language = languageOf(request)
      return {
        all,
        warned,
        reasons: profileReasons.map((code) => ({
          code,
          ...profileReasonWords(code, language),
          count: reasons[code],
        })),
        warnings: warnings.map(({ warning, count }) => ({
          code: warning,
          ...profileWarningWords(warning, language),
          count,
        })),
      }
    },
  )
  await app.register(fieldRoutes)
}

/** The custom fields that choose it. */
const fieldRoutes: Door = async (app) => {
  app.post(
    '/connections/:id/custom-fields',
    {
      config: { access: 'administrator' },
      schema: {
        tags: ['connections'],
        params: z.object({ id: z.string() }),
        response: { 200: madeFieldsAnswer, ...errorResponses },
      },
    },
    async (request) => {
      const language = languageOf(request)
      const profiles = await listProfiles(request.ctx)
      const fields = await createConnectionFields(request.ctx, {
        connectionId: request.params.id,
        ...profileFieldLabels(language),
        options: profiles.map(({ name }) => name),
      })
      return { fields, problem: fieldProblemWords(fields, language) }
    },
  )
}

function answerChoice(invoice: ListedInvoice, reading: ProfileReading | undefined, language: Language) {
  const { profileChosenBy, profileWarning } = invoice
  return {
    id: invoice.id,
    number: invoice.number,
    customerName: invoice.customerName,
    invoiceDate: invoice.invoiceDate,
    total: { amountCents: invoice.totalCents, currency: invoice.currency },
    profile: { id: invoice.profileId, name: invoice.profileName },
    profileReason: { code: profileChosenBy, ...profileReasonWords(profileChosenBy, language) },
    warning: profileWarning && {
      code: profileWarning,
      ...profileWarningWords(profileWarning, language),
      value: invoice.profileWarningValue,
    },
    webUrl: invoice.webUrl,
    readings: reading ? answerReadings(reading) : [],
  }
}

function answerReadings(reading: ProfileReading) {
  const { invoiceField, subscriptionField } = reading
  const of = (context: 'invoice' | 'subscription', field: string | null, values: readonly string[]) =>
    field === null ? [] : [{ context, field: field || null, values: [...values] }]
  return [
    ...of('invoice', invoiceField, reading.invoiceValues),
    ...of('subscription', subscriptionField, reading.subscriptionValues),
  ]
}
