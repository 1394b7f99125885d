import type { CalendarDay } from '../values/index.ts'
import { type AskedInvoices, defaultPeriod } from './asked-invoices.ts'

/** Whether invoices that an import by hand brings in are invited as their profile says, or no mail leaves by itself. */
export const invitationChoices = ['as_profile_says', 'none'] as const
export type InvitationChoice = (typeof invitationChoices)[number]

type Known = {
  today: CalendarDay /** The day on which the connection went live; null before. */
  liveSince: CalendarDay | null
}

/**
 * What is chosen when nobody says (decision 0019): a mail that left cannot be called back, one that did not leave is one press.
 * So customers are asked only for what is recent and came after going live, by a period that says so; of numbers nobody
 * knows how old they are.
 */
export function chooseInvitations(asked: AskedInvoices, known: Known): InvitationChoice {
  const isRecent = 'period' in asked && asked.period.from >= invitesFrom(known)
  return isRecent ? 'as_profile_says' : 'none'
}

/** A period that begins on this day or later is invited as the profiles say, unless a person says otherwise. */
export function invitesFrom({ today, liveSince }: Known): CalendarDay {
  const { from } = defaultPeriod(today)
  return liveSince !== null && liveSince > from ? liveSince : from
}
