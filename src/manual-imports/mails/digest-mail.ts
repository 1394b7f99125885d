import type { Language } from '../../texts/index.ts'
import type { DigestNews } from './digest-news.ts'
import { explained, mailWords } from './mail-words.ts'
import { type MailPart, renderMail } from './render-mail.ts'

type DigestFacts = { news: DigestNews; businessName: string; language: Language; publicUrl: string }

/** The mail of the day about automatic imports: only what needs a person (promise B8). */
export function digestMail(facts: DigestFacts): { subject: string; text: string; html: string } {
  const words = mailWords(facts.language)
  const parts: MailPart[] = [
    { paragraph: words.digestIntro(facts.businessName) },
    ...facts.news.accounts.map(({ accountName }) => ({ paragraph: words.digestReconnect(accountName) })),
    ...failedPart(facts),
    ...warnedPart(facts),
    ...settingsPart(facts),
  ]
  const subject = words.digestSubject(facts.businessName)
  return { subject: subject.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 200), ...renderMail(parts) }
}

function failedPart({ news, language, publicUrl }: DigestFacts): MailPart[] {
  if (news.failed.length === 0) return []
  const words = mailWords(language)
  const items = news.failed.map((line) => {
    return {
      title: [line.number ?? words.withoutNumber, line.customerName].filter(Boolean).join(' · '),
      text: explained(line.cause, language),
      links: [
        { label: words.openInVorder, url: `${publicUrl}/import?q=${encodeURIComponent(line.externalId)}` },
        { label: words.openInCrm, url: line.webUrl },
      ],
    }
  })
  return [{ heading: words.digestFailed }, { items }]
}

function warnedPart({ news, language, publicUrl }: DigestFacts): MailPart[] {
  if (news.warned.length === 0) return []
  const words = mailWords(language)
  const items = news.warned.map((invoice) => ({
    title: `${invoice.number ?? words.withoutNumber} · ${invoice.customerName}`,
    text: invoice.value === null ? '' : `"${invoice.value}"`,
    links: [{ label: words.openInVorder, url: `${publicUrl}/invoices/${invoice.invoiceId}` }],
  }))
  return [{ heading: words.digestProfile }, { items }]
}

function settingsPart({ news, language, publicUrl }: DigestFacts): MailPart[] {
  if (news.accounts.length === 0) return []
  const label = mailWords(language).openSettings
  return [{ links: [{ label, url: `${publicUrl}/settings/integrations` }] }]
}
