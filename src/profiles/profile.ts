/** The languages in which customers are written to. */
export const mailLanguages = ['en', 'nl', 'fr', 'de'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** A text of the business's own for one language; may hold the placeholders of `mailPlaceholders`. */
export type MailText = { subject: string; body: string }

/** A country whose public holidays are kept. */
export const holidayCountries = ['BE', 'NL'] as const
export type HolidayCountry = (typeof holidayCountries)[number]

/** When reminders leave, in the time zone of the business; `days` are 1 (Monday) to 7, the hours `HH:MM`. */
export type SendTimes = {
  days: number[]
  from: string
  until: string
  holidaysOf: HolidayCountry[]
}

/** One step of the reminders: so many days after the due date (promise C2). Its level is its place, from 1. */
export type ReminderLevel = {
  offsetDays: number
  isOn: boolean
  /** A language without a text of its own has the one that comes with Vorder. */
  texts: Partial<Record<MailLanguage, MailText>>
}

/** How many levels a profile can have, and how many days lie between two messages about one invoice at the least. */
export const reminderLimits = { levels: 4, daysBetween: 3, offsetDays: 365 } as const

/** How invitations and reminders go out. A change makes a new version: a message names the one it was sent with. */
export type ProfileSettings = {
  /** Send the invitation when an invoice is booked (promise B14); else only by hand. */
  sendOnBooking: boolean
  /** Wait for the PDF and attach it (promise B14). */
  waitForDocument: boolean
  /** Attach the PDF when it is there, also where nobody waits for it. */
  includeDocument: boolean
  /** A language without a text of its own has the one that comes with Vorder. */
  invitationTexts: Partial<Record<MailLanguage, MailText>>
  /** Remind by itself, of invoices whose invitation was sent (promise C2). */
  sendReminders: boolean
  reminders: ReminderLevel[]
  sendTimes: SendTimes
  /** The account to pay to, without blanks; null: that of the business. */
  iban: string | null
  /** Whose account it is; null: the business by its name. */
  beneficiary: string | null
  /** The payment page shows the PDF when it is there (promise C6). */
  showsDocument: boolean
  /** The payment page takes questions. */
  takesQuestions: boolean
}

/** How to invite, remind and collect. An invoice always has exactly one. */
export type Profile = { id: string; name: string; createdAt: Date; version: number } & ProfileSettings

/** A profile that gave way to another one; its name in a custom field leads to that one. */
export type FormerProfile = { id: string; name: string; replacedBy: string }

/** What a text may quote, between braces: `{number}`. */
export const mailPlaceholders = ['number', 'customer', 'business', 'amount', 'dueDate', 'reference'] as const
export type MailPlaceholder = (typeof mailPlaceholders)[number]

/** A new profile sends nothing by itself, and nothing without its PDF. */
export const firstSettings: ProfileSettings = {
  sendOnBooking: false,
  waitForDocument: true,
  includeDocument: true,
  invitationTexts: {},
  sendReminders: false,
  reminders: [3, 10, 17, 30].map((offsetDays) => ({ offsetDays, isOn: true, texts: {} })),
  sendTimes: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: ['BE'] },
  iban: null,
  beneficiary: null,
  showsDocument: true,
  takesQuestions: true,
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
  'sendReminders',
  'reminders',
  'sendTimes',
  'iban',
  'beneficiary',
  'showsDocument',
  'takesQuestions',
] as const

/** The settings alone, as a version keeps them. */
export function settingsOf(profile: ProfileSettings): ProfileSettings {
  const { sendOnBooking, waitForDocument, includeDocument, invitationTexts } = profile
  const { sendReminders, reminders, sendTimes } = profile
  const { iban, beneficiary, showsDocument, takesQuestions } = profile
  return {
    sendOnBooking,
    waitForDocument,
    includeDocument,
    invitationTexts,
    sendReminders,
    reminders,
    sendTimes,
    iban,
    beneficiary,
    showsDocument,
    takesQuestions,
  }
}

/** The settings as columns: lists and texts are stored as JSON. */
export function settingColumns(settings: ProfileSettings) {
  return {
    ...settings,
    invitationTexts: JSON.stringify(settings.invitationTexts),
    reminders: JSON.stringify(settings.reminders),
    sendTimes: JSON.stringify(settings.sendTimes),
  }
}
