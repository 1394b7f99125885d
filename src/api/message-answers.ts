import { z } from 'zod'
import {
  type CanInvite,
  type canRemind,
  type Message,
  messageStates,
  messageWords,
  type ReminderDecision,
  refusalWords,
} from '../invitations/index.ts'
import { mailLanguages } from '../profiles/index.ts'
import type { Language } from '../texts/index.ts'
import { isEmailAddress } from '../values/index.ts'
import { instantAnswer, wordsAnswer } from './answers.ts'

export const emailInput = z.string().trim().refine(isEmailAddress, 'Give one e-mail address')

const recipientsAnswer = z.object({ to: z.string().nullable(), cc: z.array(z.string()) })

export const messageAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(['invitation', 'reminder']),
    level: z.int(),
    copyOf: z.string().nullable().describe('The message that this one is a copy of, for somebody else'),
    state: z.enum(messageStates),
    stateWords: wordsAnswer,
    detail: z.string().nullable().describe('The words of the mail server or of Teamleader'),
    recipients: recipientsAnswer.describe('Whom it was sent to, or whom a person chose'),
    refused: z
      .array(z.object({ address: z.string(), answer: z.string() }))
      .describe('Recipients that the mail server refused'),
    origin: z.enum(['booking', 'due_date', 'hand']),
    attempts: z.int(),
    plannedFor: instantAnswer,
    nextLookAt: instantAnswer
      .nullable()
      .describe('When it is looked at again by itself; of one that waits for the PDF: its next try'),
    sentAt: instantAnswer.nullable(),
    subject: z.string().nullable(),
    language: z.enum(mailLanguages).nullable(),
    profileVersion: z.int().nullable().describe('The version of the profile that it was sent with'),
    canSettle: z.boolean().describe('Nobody knows whether it left: a person has to say so'),
    canSendAgain: z.boolean().describe('It was sent: a person can have it go to somebody else as well'),
  })
  .meta({ id: 'Message' })

export const nextAnswer = wordsAnswer.extend({ at: instantAnswer.nullable() }).meta({ id: 'NextMessageStep' })

export const nextReminderAnswer = wordsAnswer
  .extend({
    level: z.int().nullable().describe('The level that leaves next; null while none is to come'),
    at: instantAnswer.nullable().describe('When it leaves if nothing changes'),
  })
  .meta({ id: 'NextReminder' })

export const canInviteAnswer = z
  .object({
    allowed: z.boolean(),
    words: wordsAnswer.nullable().describe('Why not'),
    canSendWithoutDocument: z.boolean(),
    recipients: recipientsAnswer.describe('Whom it goes to unless others are given'),
  })
  .meta({ id: 'CanInvite' })

export const canRemindAnswer = z
  .object({
    level: z.int().nullable().describe('The reminder that a press sends; null while none can be sent'),
    words: wordsAnswer.nullable().describe('Why not'),
  })
  .meta({ id: 'CanRemind' })

export const previewAnswer = z
  .object({
    isSent: z.boolean().describe('It says what it said when it was sent; else what it would say now'),
    recipients: recipientsAnswer,
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    language: z.enum(mailLanguages),
    attachmentName: z.string().nullable(),
    profileVersion: z.int().nullable(),
  })
  .meta({ id: 'MessagePreview' })

export const sendingAnswer = z
  .object({
    isLive: z.boolean(),
    liveSince: instantAnswer.nullable(),
    heldCount: z.int().describe('Invitations that wait for somebody to go live'),
  })
  .meta({ id: 'Sending' })

type Said = { language: Language; documentTryAt: Date | null }

export function answerMessage(message: Message, { language, documentTryAt }: Said) {
  const lookAt = message.state === 'waiting' ? documentTryAt : message.nextLookAt
  return {
    id: message.id,
    kind: message.kind,
    level: message.level,
    copyOf: message.copyOf,
    state: message.state,
    stateWords: messageWords(message, language),
    detail: message.causeDetail,
    recipients: {
      to: message.sentTo ?? message.askedTo,
      cc: message.sentTo === null ? (message.askedCc ?? []) : message.sentCc,
    },
    refused: message.refused,
    origin: message.origin,
    attempts: message.attempts,
    plannedFor: message.plannedFor.toISOString(),
    nextLookAt: lookAt?.toISOString() ?? null,
    sentAt: message.sentAt?.toISOString() ?? null,
    subject: message.subject,
    language: message.language,
    profileVersion: message.profileVersion,
    canSettle: message.state === 'unknown',
    canSendAgain: message.state === 'sent' && message.copyOf === null,
  }
}

/** What happens next by itself, or what somebody has to do; null when nothing is to come. */
export function answerNext(items: readonly ReturnType<typeof answerMessage>[]) {
  const next = items.find(({ state }) => !['sent', 'cancelled'].includes(state))
  return next ? { ...next.stateWords, at: next.nextLookAt } : null
}

/** What the reminders do next, and why nothing, when nothing. */
export function answerReminder(decision: ReminderDecision, language: Language) {
  const state = decision.do === 'send' ? 'planned' : 'held'
  const cause = decision.do === 'send' ? null : decision.cause
  return {
    ...messageWords({ state, cause }, language),
    level: decision.do === 'stop' ? null : decision.level,
    at: decision.do === 'wait' ? decision.at.toISOString() : null,
  }
}

export function answerCanInvite(decision: CanInvite, language: Language) {
  const { canSendWithoutDocument, recipients } = decision
  if (decision.do === 'invite') return { allowed: true, words: null, canSendWithoutDocument, recipients }
  const words = { code: decision.cause, ...refusalWords(decision.cause, language) }
  return { allowed: false, words, canSendWithoutDocument, recipients }
}

export function answerCanRemind(decision: Awaited<ReturnType<typeof canRemind>>, language: Language) {
  if (decision.do === 'send') return { level: decision.level, words: null }
  return { level: null, words: { code: decision.cause, ...refusalWords(decision.cause, language) } }
}
