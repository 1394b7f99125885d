import PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'

const WORDS = {
  invoice: { title: 'Factuur', total: 'Totaal' },
  'credit-note': { title: 'Creditnota', total: 'Totaal creditnota' },
}

/** A real one-page PDF with sender, customer, lines, VAT and the way to pay. */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const title = `${WORDS[paper.kind].title} ${paper.number ?? '(ontwerp)'}`
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 56,
    ...(paper.isLocked && { userPassword: 'not told to anybody' }),
    info: {
      Title: title,
      Author: paper.sender.name,
      CreationDate: new Date(paper.date ?? '2026-01-01'),
    },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve) => pdf.on('end', resolve))
  writeHeader(pdf, paper, title)
  writeLines(pdf, paper)
  writeTotals(pdf, paper)
  pdf.end()
  await finished
  return Buffer.concat(chunks)
}

type Pdf = InstanceType<typeof PDFDocument>

function writeHeader(pdf: Pdf, { sender, document, date, dueOn }: Paper, title: string): void {
  pdf.fontSize(18).text(sender.name)
  pdf.fontSize(9).text(`${sender.address.line1}, ${sender.address.postalCode} ${sender.address.city}`)
  pdf.text(`${sender.vatNumber}   ${sender.iban}   ${sender.email}`).moveDown(2)
  pdf.fontSize(11).text(document.invoicee.name)
  if (document.invoicee.vatNumber) pdf.text(document.invoicee.vatNumber)
  pdf.moveDown(1.5).fontSize(15).text(title).fontSize(10)
  pdf.text(`Datum: ${date ?? '-'}${dueOn ? `   Vervaldag: ${dueOn}` : ''}`).moveDown(1.5)
}

function writeLines(pdf: Pdf, { document }: Paper): void {
  for (const line of document.sections.flatMap((section) => section.lines)) {
    const top = pdf.y
    pdf.text(`${line.quantity} x ${line.description}`, 56, top, { width: 340 })
    const bottom = pdf.y
    pdf.text(amount(line.netCents, document.currency), 400, top, { width: 139, align: 'right' })
    pdf.y = Math.max(bottom, pdf.y) + 4
  }
  pdf.x = 56
  pdf.moveDown()
}

function writeTotals(pdf: Pdf, { kind, document, sender, reference }: Paper): void {
  const { currency, netCents, totalCents } = document
  const rows = [
    ['Netto', netCents],
    ['Btw', totalCents - netCents],
    [WORDS[kind].total, totalCents],
  ] as const
  for (const [label, cents] of rows) {
    pdf.text(`${label}   ${amount(cents, currency)}`, 56, pdf.y, { width: 483, align: 'right' })
  }
  pdf.moveDown(2)
  if (kind === 'invoice' && reference) {
    pdf.text(`Gelieve te betalen op ${sender.iban} (${sender.bic}) met mededeling ${reference}`)
  }
}

function amount(cents: number, currency: string): string {
  return `${(cents / 100).toFixed(2)} ${currency}`
}
