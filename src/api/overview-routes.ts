import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { ages, getOverview } from '../overview/index.ts'
import { instantAnswer } from './answers.ts'

const tags = ['overview']

const sum = z.object({ count: z.int(), amountCents: z.int() })
const weekSum = sum.extend({ weekFrom: z.iso.date().describe('The Monday of the week') })
const currencyAnswer = z
  .object({
    currency: z.string(),
    open: sum,
    overdue: sum,
    ages: z.array(sum.extend({ age: z.enum(ages) })),
    expected: z
      .array(weekSum)
      .describe('By the day that was promised, else the due date; what is overdue is in none of them'),
    expectedLater: sum,
    paid: z
      .array(weekSum)
      .describe('What invoices came to that were paid, by the week; the present one last'),
  })
  .meta({ id: 'CurrencyOverview' })

const overviewAnswer = z
  .object({
    today: z.iso.date(),
    currencies: z.array(currencyAnswer),
    waitingForDocument: z.int().describe('Invitations that wait for a PDF; at most 10001'),
    provenCompleteAt: instantAnswer.nullable(),
  })
  .meta({ id: 'Overview' })

/** What is owed, how late it is, what is expected and what came in (promise N5). */
export const overviewRoutes: Door = async (app) => {
  app.get(
    '/overview',
    { schema: { tags, response: { 200: overviewAnswer, ...errorResponses } } },
    async ({ ctx }) => {
      const { provenCompleteAt, ...overview } = await getOverview(ctx)
      return { ...overview, provenCompleteAt: provenCompleteAt?.toISOString() ?? null }
    },
  )
}
