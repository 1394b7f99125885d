import { type InvalidField, InvalidInputError } from '../errors.ts'
import { templateProblems } from './mail-template.ts'
import {
  type MailText,
  mailLanguages,
  type ProfileSettings,
  type ReminderLevel,
  reminderLimits,
} from './profile.ts'

/** Refuses settings that could not be followed, naming each field (promise C9). Throws InvalidInputError. */
export function refuseBadSettings(settings: ProfileSettings): void {
  const problems = [
    ...textProblems(settings.invitationTexts, 'invitationTexts'),
    ...reminderProblems(settings.reminders),
    ...timeProblems(settings.sendTimes),
  ]
  if (problems.length > 0) throw new InvalidInputError('These settings cannot be used', problems)
}

/** Refuses a text that is tried before it is kept. Throws InvalidInputError. */
export function refuseBadText(text: MailText): void {
  const problems = problemsOf(text, 'text')
  if (problems.length > 0) throw new InvalidInputError('This text cannot be used', problems)
}

function reminderProblems(reminders: readonly ReminderLevel[]): InvalidField[] {
  const { levels, daysBetween, offsetDays: most } = reminderLimits
  const problems = reminders.flatMap(({ offsetDays, texts }, at) => {
    const path = `reminders.${at}`
    const before = reminders[at - 1]?.offsetDays
    const found = textProblems(texts, `${path}.texts`)
    if (!Number.isInteger(offsetDays) || offsetDays < 1 || offsetDays > most)
      found.push({
        path: `${path}.offsetDays`,
        message: `Give 1 to ${most} days after the due date`,
        code: 'offset_out_of_range',
        params: { most: String(most) },
      })
    if (before !== undefined && offsetDays < before + daysBetween)
      found.push({
        path: `${path}.offsetDays`,
        message: `A level comes at least ${daysBetween} days after the one before it`,
        code: 'level_too_soon',
        params: { days: String(daysBetween) },
      })
    return found
  })
  if (reminders.length > levels)
    problems.push({ path: 'reminders', message: `There are ${levels} levels at most` })
  return problems
}

function timeProblems({ days, from, until }: ProfileSettings['sendTimes']): InvalidField[] {
  const problems: InvalidField[] = []
  if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    problems.push({
      path: 'sendTimes.days',
      message: 'Choose at least one day; 1 is Monday, 7 is Sunday',
      code: 'day_missing',
    })
  if (from >= until)
    problems.push({
      path: 'sendTimes.until',
      message: 'The last hour comes after the first',
      code: 'hours_reversed',
    })
  return problems
}

function textProblems(texts: ReminderLevel['texts'], path: string): InvalidField[] {
  return mailLanguages.flatMap((language) => {
    const text = texts[language]
    return text ? problemsOf(text, `${path}.${language}`) : []
  })
}

/** What is wrong with a text of a business's own: empty, with a placeholder that nobody knows, or a link to elsewhere. */
function problemsOf({ subject, body }: MailText, path: string): InvalidField[] {
  const problems: InvalidField[] = []
  if (/\p{Cc}/u.test(subject))
    problems.push({
      path: `${path}.subject`,
      message: 'A subject is one line',
      code: 'subject_not_one_line',
    })
  for (const [field, text] of Object.entries({ subject, body })) {
    const found = text.trim() === '' ? [missing] : templateProblems(text)
    problems.push(...found.map((problem) => ({ path: `${path}.${field}`, ...problem })))
    for (const [address] of text.matchAll(/(?:https?:\/\/|www\.)[^\s)>\]]*/giu))
      problems.push({
        path: `${path}.${field}`,
        message: `${address} is a link to elsewhere; the mail has its own button to the payment page`,
        code: 'foreign_link',
        params: { address },
      })
  }
  return problems
}

const missing = { message: 'A text is needed', code: 'text_missing' }
