import type { Message } from '../invitations/index.ts'
import {
  fillTemplate,
  type MailLanguage,
  type MailPlaceholder,
  type MailText,
  payeeOf,
} from '../profiles/index.ts'
import { moneyText } from '../texts/index.ts'
import type { CalendarDay } from '../values/index.ts'
import type { MailWords } from './mail-texts/catalogue.ts'
import { mailInGerman } from './mail-texts/de.ts'
import { mailInEnglish } from './mail-texts/en.ts'
import { mailInFrench } from './mail-texts/fr.ts'
import { mailInDutch } from './mail-texts/nl.ts'
import type { MessageFacts } from './message-facts.ts'
import { renderMessage } from './render-message.ts'

const catalogues: Readonly<Record<MailLanguage, MailWords>> = {
  en: mailInEnglish,
  nl: mailInDutch,
  fr: mailInFrench,
  de: mailInGerman,
}

export type WrittenMail = { subject: string; text: string; html: string }

export type Written = Pick<MessageFacts, 'creditor' | 'language'> & {
  invoice: Pick<
    MessageFacts['invoice'],
    'number' | 'dueDate' | 'openCents' | 'currency' | 'remittance' | 'customerName'
  >
  profile: Pick<MessageFacts['profile'], 'invitationTexts' | 'reminders' | 'iban' | 'beneficiary'>
  customer: Pick<MessageFacts['customer'], 'companyName' | 'firstName' | 'lastName'>
  payUrl: string | null
  isAttached: boolean
  /** The day of the business on which it leaves. */
  today: CalendarDay
  message: Pick<Message, 'kind' | 'level'>
}

/**
 * A message in the customer's language (promises C1, C2): amount due, due date, payment reference and account, and the way
 * to the payment page where there is one. The text of the profile stands in the place of ours when it has one.
 */
export function writeMail(facts: Written): WrittenMail {
  const { invoice, creditor, language, payUrl, isAttached } = facts
  const words = catalogues[language]
  const { subject: subjectText, body } = textOf(facts, words)
  const values = valuesOf(facts)
  const fill = (text: string) => fillIn(text, values)
  const payee = payeeOf(facts.profile, creditor)
  const rows = (['number', 'amount', 'dueDate', 'reference'] as const)
    .map((name) => ({ label: words.labels[name], value: values[name] }))
    .concat({ label: words.beneficiary, value: payee.name === creditor.name ? '' : payee.name })
    .concat({ label: words.account, value: groupIban(payee.iban) })
    .filter(({ value }) => value !== '')
  const subject = fill(subjectText)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
  const rendered = renderMessage({
    language,
    title: invoice.number ? `${words.labels.number} ${invoice.number}` : words.labels.number,
    business: creditor.name,
    paragraphs: fill(body).split(/\n{2,}/),
    rows,
    note: isAttached ? words.attached : null,
    button: payUrl === null ? null : { label: words.pay, url: payUrl },
    footer: fill(words.sentFor),
  })
  return { subject, ...rendered }
}

/** The text of the profile, else the one that comes with Vorder. */
function textOf(facts: Written, words: MailWords): MailText {
  const { profile, language, message } = facts
  if (message.kind === 'invitation')
    return profile.invitationTexts[language] ?? { subject: words.subject, body: bodyOf(facts, words) }
  const at = message.level - 1
  return profile.reminders[at]?.texts[language] ?? words.reminders[at] ?? words.reminders[0]
}

/** Nobody is asked to pay by a day that has passed. */
function bodyOf({ invoice: { dueDate }, today }: Written, words: MailWords): string {
  if (dueDate === null) return words.bodyWithoutDate
  return dueDate < today ? words.bodyOverdue : words.body
}

type Values = Readonly<Record<MailPlaceholder, string>>

function valuesOf({ invoice, customer, creditor, language }: Written): Values {
  const name = customer.companyName ?? [customer.firstName, customer.lastName].filter(Boolean).join(' ')
  return {
    number: invoice.number ?? '',
    customer: name || invoice.customerName,
    business: creditor.name,
    amount: moneyText({ amountCents: invoice.openCents, currency: invoice.currency }, language),
    dueDate: invoice.dueDate === null ? '' : dayText(invoice.dueDate, language),
    reference: invoice.remittance ?? '',
  }
}

function fillIn(text: string, values: Values): string {
  return fillTemplate(text, values).replace(/[ \t]+$/gm, '')
}

function dayText(day: string, language: MailLanguage): string {
  return Temporal.PlainDate.from(day).toLocaleString(`${language}-BE`, { dateStyle: 'long' })
}

function groupIban(iban: string | null): string {
  return iban?.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ') ?? ''
}
