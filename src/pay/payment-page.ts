import type { MailLanguage } from '../profiles/index.ts'
import { type Html, html, moneyText } from '../texts/index.ts'
import { pageShell } from './page-shell.ts'
import type { PageView } from './page-view.ts'
import { pageWords } from './page-words.ts'
import { qrCode } from './qr-code.ts'
import { questionSection } from './question-section.ts'
import type { PaymentPage } from './read-payment-page.ts'
import type { PageWords } from './words/catalogue.ts'

/** The page at which a customer pays (promise C6): complete without any script, in the language asked for. */
export function paymentPage(page: PaymentPage, view: PageView): string {
  const { language, token } = view
  const words = pageWords(language)
  const invoice = page.number ? words.invoice(page.number) : words.invoiceWithoutNumber
  return pageShell({
    language,
    title: `${invoice} · ${page.business}`,
    switchAt: `/pay/${token}`,
    body: html`<header><p class="business"><bdi>${page.business}</bdi></p>
<h1><bdi>${invoice}</bdi></h1>
<p class="soft"><bdi>${words.forCustomer(page.customerName)}</bdi></p></header>
${standing(page, view, words)}
${page.hasDocument && documentSection(token, words)}
${page.takesQuestions && questionSection(page.business, view)}`,
  })
}

function standing(page: PaymentPage, { language }: PageView, words: PageWords): Html {
  if (page.state === 'paid') return settledNote(words.paid, words.paidThanks(page.business))
  if (page.state === 'archived') return settledNote(words.archived, words.archivedExplained(page.business))
  return html`${amountSection(page, language, words)}
${howToPay(page, language, words)}`
}

function settledNote(title: string, explanation: string): Html {
  return html`<section class="card done"><h2>${title}</h2><p><bdi>${explanation}</bdi></p></section>`
}

function amountSection(page: PaymentPage, language: MailLanguage, words: PageWords): Html {
  const { due, total, settled, dueDate, isOverdue } = page
  const day = dueDate && dayText(dueDate, language)
  return html`<section class="card amount" aria-labelledby="due"><h2 id="due" class="soft">${words.amountDue}</h2>
<p class="sum">${moneyText(due, language)}</p>
${day && html`<p class="${isOverdue ? 'late' : 'by'}">${isOverdue ? words.wasDue(day) : words.payBy(day)}</p>`}
${saidSection(page, language, words)}${
  settled.amountCents !== 0 &&
  html`<dl class="statement"><div><dt>${words.total}</dt><dd>${moneyText(total, language)}</dd></div>
<div><dt>${words.alreadyPaid}</dt><dd>${moneyText(settled, language)}</dd></div></dl>`
}</section>`
}

/** What the customer told the business, so that nobody wonders whether it was heard. */
function saidSection(
  { isDisputed, promise, business }: PaymentPage,
  language: MailLanguage,
  words: PageWords,
): Html {
  const amount = promise?.part ? moneyText(promise.part, language) : null
  const day = promise && dayText(promise.day, language)
  return html`${isDisputed && html`<p class="said"><bdi>${words.disputed(business)}</bdi></p>`}
${day && html`<p class="said">${amount ? words.promisedPart(amount, day) : words.promised(day)}</p>`}`
}

function dayText(day: string, language: MailLanguage): string {
  return Temporal.PlainDate.from(day).toLocaleString(`${language}-BE`, { dateStyle: 'long' })
}

function howToPay(page: PaymentPage, language: MailLanguage, words: PageWords): Html {
  const { wayToPay, business, due } = page
  if (wayToPay.kind === 'contact')
    return html`<section class="card"><h2>${words.howToPay}</h2><p><bdi>${words.noAccount(business)}</bdi></p></section>`
  const amount = moneyText(due, language)
  return html`<section class="card pay" aria-labelledby="how"><h2 id="how">${words.howToPay}</h2><p class="unseen" role="status" id="copied"></p>
${wayToPay.qr && html`<div class="scan">${qrCode(wayToPay.qr, words.qrLabel(amount, wayToPay.beneficiary))}<p>${words.scan}</p></div>`}
<p>${due.currency === 'EUR' ? words.byTransfer : words.noQrCurrency(due.currency)}</p>
<dl class="transfer"><div><dt>${words.beneficiary}</dt><dd><bdi>${wayToPay.beneficiary}</bdi></dd></div>
<div><dt>${words.account}</dt><dd><span>${grouped(wayToPay.iban)}</span>${copyButton(wayToPay.iban, words.copyAccount, words)}</dd></div>
<div><dt>${words.amount}</dt><dd>${amount}</dd></div>
${wayToPay.reference && html`<div><dt>${words.reference}</dt><dd><bdi>${wayToPay.reference.shown}</bdi>${copyButton(wayToPay.reference.copied, words.copyReference, words)}</dd></div>`}</dl>
${wayToPay.reference && html`<p class="soft">${words.referenceHint}</p>`}</section>`
}

/** Shown by the script that can copy; without one there is nothing to press. */
function copyButton(text: string, label: string, words: PageWords): Html {
  return html`<button type="button" class="copy" data-copy="${text}" data-copied="${words.copied}" aria-label="${label}" hidden>${words.copy}</button>`
}

function documentSection(token: string, words: PageWords): Html {
  const address = `/pay/${token}/invoice.pdf`
  return html`<section class="card document"><h2>${words.document}</h2>
<p><a class="button" href="${address}" target="_blank" rel="noopener">${words.viewDocument}</a>
<a class="button" href="${address}?download=true">${words.downloadDocument}</a></p></section>`
}

function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}
