import { findUser } from '../access/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { type Creditor, getCreditor } from '../creditors/index.ts'
import { NotFoundError } from '../errors.ts'
import type { MessageKind } from '../invitations/index.ts'
import {
  getProfile,
  type MailLanguage,
  type MailText,
  type Profile,
  refuseBadText,
} from '../profiles/index.ts'
import { dayIn } from '../values/index.ts'
import { senderOf } from './compose-message.ts'
import { type WrittenMail, writeMail } from './write-mail.ts'

export type TryTextInput = {
  profileId: string
  kind: MessageKind
  /** 0 for the invitation, 1 to 4 for a reminder. */
  level: number
  language: MailLanguage
  /** Instead of the one that the profile has. */
  text?: MailText | undefined
}

/** How a message of a profile looks, filled in with an invoice made up (promise C9). Throws NotFoundError, InvalidInputError. */
export async function tryText(ctx: Context, input: TryTextInput): Promise<WrittenMail> {
  if (input.text) refuseBadText(input.text)
  return inTransaction(ctx, async (tx) => {
    const creditor = await getCreditor(tx)
    const profile = withText(await getProfile(tx, input.profileId), input)
    const { kind, level, language } = input
    const payUrl = new URL('/pay/example', tx.config.publicUrl).href
    const invoice = exampleInvoice(creditor, tx.now())
    const customer = { companyName: invoice.customerName, firstName: null, lastName: null }
    const isAttached = profile.waitForDocument || profile.includeDocument
    return writeMail({
      invoice,
      customer,
      creditor,
      profile,
      language,
      payUrl,
      isAttached,
      today: dayIn(creditor.timeZone, tx.now()),
      message: { kind, level },
    })
  })
}

/** Mails it to the person who asks, and to nobody else. Throws as `tryText`, and what sending throws. */
export async function sendTryout(ctx: Context, input: TryTextInput): Promise<{ sentTo: string }> {
  const mail = await tryText(ctx, input)
  const { user, creditor } = await inTransaction(ctx, async (tx) => ({
    user: tx.actor.kind === 'user' && tx.actor.id ? await findUser(tx, tx.actor.id) : undefined,
    creditor: await getCreditor(tx),
  }))
  if (!user) throw new NotFoundError('There is nobody to mail it to')
  await ctx.mail.send({ ...mail, ...senderOf(ctx, creditor), to: [user.email] })
  return { sentTo: user.email }
}

function withText(profile: Profile, { kind, level, language, text }: TryTextInput): Profile {
  if (!text) return profile
  if (kind === 'invitation') return { ...profile, invitationTexts: { [language]: text } }
  const reminders = [...profile.reminders]
  reminders[level - 1] = { offsetDays: level, isOn: true, texts: { [language]: text } }
  return { ...profile, reminders }
}

function exampleInvoice({ timeZone }: Creditor, now: Date) {
  const today = Temporal.PlainDate.from(dayIn(timeZone, now))
  return {
    number: `${today.year} / 1`,
    customerName: 'Bakkerij Peeters',
    dueDate: today.add({ days: 30 }).toString(),
    openCents: 12_100,
    currency: 'EUR',
    remittance: '+++090/9337/55493+++',
  }
}
