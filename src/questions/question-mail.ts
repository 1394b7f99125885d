import type { Creditor } from '../creditors/index.ts'
import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { Question } from './question.ts'

type Facts = {
  question: Pick<Question, 'name' | 'email' | 'body'>
  invoice: { number: string | null; customerName: string }
  creditor: Pick<Creditor, 'language'>
  /** The invoice in the app. */
  url: string
}

type MailTexts = {
  subject: (number: string, customer: string) => string
  from: (name: string, email: string) => string
  answer: string
  open: string
}

const texts: Words<MailTexts> = {
  en: {
    subject: (number, customer) => `Question about invoice ${number} of ${customer}`,
    from: (name, email) => `${name} (${email}) asks on the payment page:`,
    answer: 'Answer this mail to answer the customer.',
    open: 'The invoice in Vorder:',
  },
  nl: {
    subject: (number, customer) => `Vraag over factuur ${number} van ${customer}`,
    from: (name, email) => `${name} (${email}) vraagt op de betaalpagina:`,
    answer: 'Beantwoord deze mail om de klant te antwoorden.',
    open: 'De factuur in Vorder:',
  },
  fr: {
    subject: (number, customer) => `Question sur la facture ${number} de ${customer}`,
    from: (name, email) => `${name} (${email}) demande sur la page de paiement :`,
    answer: 'Répondez à cet e-mail pour répondre au client.',
    open: 'La facture dans Vorder :',
  },
}

/** The mail that brings a question, as plain text: nothing that a stranger wrote is read as HTML. */
export function questionMail({ question, invoice, creditor, url }: Facts): { subject: string; text: string } {
  const words = wordsIn(texts, screenLanguage(creditor.language))
  const quoted = question.body.split('\n').map((line) => `> ${line}`)
  const subject = words.subject(invoice.number ?? '', invoice.customerName).replace(/[\p{Cc}\s]+/gu, ' ')
  return {
    subject: subject.trim().slice(0, 200),
    text: [
      words.from(question.name, question.email),
      quoted.join('\n'),
      words.answer,
      `${words.open} ${url}`,
      '',
    ].join('\n\n'),
  }
}

/** People who work with Vorder read it in one of three languages. */
function screenLanguage(language: string): Language {
  return language === 'nl' || language === 'fr' ? language : 'en'
}
