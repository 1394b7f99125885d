/** The languages in which customers are written to. */
export const mailLanguages = ['en', 'nl', 'fr', 'de'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** A text of the business's own for one language; may hold the placeholders of `mailPlaceholders`. */
export type MailText = { subject: string; body: string }

/** How invitations go out. A change makes a new version: a message names the one it was sent with. */
export type ProfileSettings = {
  /** Send the invitation when an invoice is booked (promise B14); else only by hand. */
  sendOnBooking: boolean
  /** Wait for the PDF and attach it (promise B14). */
  waitForDocument: boolean
  /** Attach the PDF when it is there, also where nobody waits for it. */
  includeDocument: boolean
  /** A language without a text of its own has the one that comes with Vorder. */
  invitationTexts: Partial<Record<MailLanguage, MailText>>
}

/** How to invite, remind and collect. An invoice always has exactly one. */
export type Profile = { id: string; name: string; createdAt: Date; version: number } & ProfileSettings

/** What a text may quote, between braces: `{number}`. */
export const mailPlaceholders = ['number', 'customer', 'business', 'amount', 'dueDate', 'reference'] as const
export type MailPlaceholder = (typeof mailPlaceholders)[number]

/** A new profile sends nothing by itself, and nothing without its PDF. */
export const firstSettings: ProfileSettings = {
  sendOnBooking: false,
  waitForDocument: true,
  includeDocument: true,
  invitationTexts: {},
}

export const profileColumns = [
  'id',
  'name',
  'createdAt',
  'version',
  'sendOnBooking',
  'waitForDocument',
  'includeDocument',
  'invitationTexts',
] as const

/** The settings alone, as a version keeps them. */
export function settingsOf(profile: ProfileSettings): ProfileSettings {
  const { sendOnBooking, waitForDocument, includeDocument, invitationTexts } = profile
  return { sendOnBooking, waitForDocument, includeDocument, invitationTexts }
}
