import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Creditor, getCreditor } from '../creditors/index.ts'
import { type Customer, getCustomer } from '../customers/index.ts'
import {
  type EarlierMessage,
  type InvitedFacts,
  isLive,
  listMessages,
  type Message,
  readInvited,
} from '../invitations/index.ts'
import { listDocuments } from '../invoice-documents/index.ts'
import { getInvoice, type InvoiceDetails } from '../invoices/index.ts'
import { getProfile, type MailLanguage, mailLanguages, type Profile } from '../profiles/index.ts'
import { undeliverableAmong } from '../undeliverable-addresses/index.ts'
import { isEmailAddress } from '../values/index.ts'

/** Whom a message goes to: in one message, so that each sees the other (promise A6). A CC that takes no mail is left out. */
export type Recipients = { to: string | null; cc: string[] }

/** Everything that a message says or that decides about it, read at one moment. */
export type MessageFacts = {
  invoice: InvoiceDetails
  invited: InvitedFacts
  /** All messages of the invoice, as far as they decide about one. */
  messages: (EarlierMessage & { id: string })[]
  isLive: boolean
  customer: Customer
  creditor: Creditor
  profile: Profile
  recipients: Recipients
  /** Mail to that address came back. */
  isUndeliverable: boolean
  /** The checked PDF that is here, by its hash. */
  pdfSha256: string | null
  language: MailLanguage
}

type About = Pick<Message, 'invoiceId' | 'askedTo' | 'askedCc'>

/** Reads them, in one transaction. Throws NotFoundError. */
export function readFacts(ctx: Context | Tx, about: About): Promise<MessageFacts> {
  return inTransaction(ctx, async (tx) => {
    const invoice = await getInvoice(tx, about.invoiceId)
    const invited = (await readInvited(tx, [invoice.id])).get(invoice.id)
    if (!invited) throw new Error(`Invoice ${invoice.id} has no profile`)
    const customer = await getCustomer(tx, invoice.customerId)
    const creditor = await getCreditor(tx)
    const { to, cc } = recipientsOf(customer, about)
    const isDead = await undeliverableAmong(tx, to === null ? cc : [to, ...cc])
    return {
      invoice,
      invited,
      messages: await listMessages(tx, invoice.id),
      isLive: await isLive(tx, invoice.connectionId),
      customer,
      creditor,
      profile: await getProfile(tx, invoice.profileId),
      recipients: { to, cc: cc.filter((address) => !isDead(address)) },
      isUndeliverable: to !== null && isDead(to),
      pdfSha256: invoice.documentState === 'retrieved' ? await findPdf(tx, invoice.id) : null,
      language: languageFor(customer, creditor),
    }
  })
}

/** The PDF that goes with a message: when the profile says so and it is here. */
export function pdfToAttach(
  { profile, pdfSha256 }: Pick<MessageFacts, 'profile' | 'pdfSha256'>,
  { withoutDocument }: Pick<Message, 'withoutDocument'>,
): string | null {
  const isWanted = !withoutDocument && (profile.waitForDocument || profile.includeDocument)
  return isWanted ? pdfSha256 : null
}

async function findPdf(tx: Tx, invoiceId: string): Promise<string | null> {
  return (await listDocuments(tx, invoiceId)).find(({ kind }) => kind === 'pdf')?.sha256 ?? null
}

/** The customer's address and its CC (promise A6), unless a person chose others for this message (C1). */
function recipientsOf(customer: Customer, { askedTo, askedCc }: About): Recipients {
  const to = askedTo ?? customer.email
  const cc = (askedCc ?? (askedTo === null ? customer.cc : [])).filter(isEmailAddress)
  const others = new Set(cc.filter((address) => address.toLowerCase() !== to?.toLowerCase()))
  return { to, cc: [...others] }
}

/** The customer's language where we can write it, else that of the business. */
function languageFor({ language }: Customer, creditor: Creditor): MailLanguage {
  return mailLanguages.find((known) => known === language) ?? creditor.language
}
