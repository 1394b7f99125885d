import type { Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import type { InvoiceLine } from './records.ts'
import { taxGroups } from './totals.ts'

const CUSTOMIZATION: Record<string, string> = {
  'ubl/e-fff': 'http://www.UBL.be/e-FFF',
  'ubl/peppol_bis_3': 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  'ubl/xrechnung': 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
}

/** A UBL 2.1 document of the paper; the Belgian e-FFF form carries the PDF inside. */
export async function ublOf(paper: Paper, format: string): Promise<string> {
  const root = paper.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
${element('cbc:CustomizationID', CUSTOMIZATION[format] ?? '')}
${element('cbc:ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0')}
${element('cbc:ID', (paper.number ?? 'draft').replaceAll(' ', ''))}
${element('cbc:IssueDate', paper.date ?? '')}
${paper.dueOn ? element('cbc:DueDate', paper.dueOn) : ''}
${element(`cbc:${root}TypeCode`, paper.kind === 'invoice' ? '380' : '381')}
${element('cbc:DocumentCurrencyCode', paper.document.currency)}
${format === 'ubl/e-fff' ? attachment(paper, Buffer.from(await pdfOf(paper)).toString('base64')) : ''}
${parties(paper)}
${paper.kind === 'invoice' ? paymentMeans(paper) : ''}
${taxTotal(paper)}
${monetaryTotal(paper)}
${allLines(paper, root)}
</${root}>
`
}

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function money(paper: Paper, name: string, cents: number): string {
  return element(name, (cents / 100).toFixed(2), ` currencyID="${paper.document.currency}"`)
}

function attachment(paper: Paper, base64: string): string {
  return `<cac:AdditionalDocumentReference>${element('cbc:ID', paper.number ?? 'draft')}<cac:Attachment>${element('cbc:EmbeddedDocumentBinaryObject', base64, ' mimeCode="application/pdf" filename="document.pdf"')}</cac:Attachment></cac:AdditionalDocumentReference>`
}

function parties({ sender, document }: Paper): string {
  const supplier = party(sender.name, sender.vatNumber, sender.address.country)
  const customer = party(document.invoicee.name, document.invoicee.vatNumber, 'BE')
  return `<cac:AccountingSupplierParty>${supplier}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${customer}</cac:AccountingCustomerParty>`
}

function party(name: string, vatNumber: string | null, country: string): string {
  const scheme = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>'
  const tax = vatNumber
    ? `<cac:PartyTaxScheme>${element('cbc:CompanyID', vatNumber)}${scheme}</cac:PartyTaxScheme>`
    : ''
  return `<cac:Party><cac:PartyName>${element('cbc:Name', name)}</cac:PartyName><cac:PostalAddress><cac:Country>${element('cbc:IdentificationCode', country)}</cac:Country></cac:PostalAddress>${tax}<cac:PartyLegalEntity>${element('cbc:RegistrationName', name)}</cac:PartyLegalEntity></cac:Party>`
}

function paymentMeans({ sender, reference }: Paper): string {
  const account = `<cac:PayeeFinancialAccount>${element('cbc:ID', sender.iban)}</cac:PayeeFinancialAccount>`
  const message = reference ? element('cbc:PaymentID', reference) : ''
  return `<cac:PaymentMeans>${element('cbc:PaymentMeansCode', '30')}${message}${account}</cac:PaymentMeans>`
}

function category(percent: number): string {
  return `${element('cbc:ID', percent === 0 ? 'Z' : 'S')}${element('cbc:Percent', String(percent))}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`
}

function taxTotal(paper: Paper): string {
  const groups = taxGroups(paper.document.sections, paper.document.discounts)
  const subtotals = groups.map(
    (group) =>
      `<cac:TaxSubtotal>${money(paper, 'cbc:TaxableAmount', group.taxableCents)}${money(paper, 'cbc:TaxAmount', group.taxCents)}<cac:TaxCategory>${category(group.ratePercent)}</cac:TaxCategory></cac:TaxSubtotal>`,
  )
  const taxCents = paper.document.totalCents - paper.document.netCents
  return `<cac:TaxTotal>${money(paper, 'cbc:TaxAmount', taxCents)}${subtotals.join('')}</cac:TaxTotal>`
}

function monetaryTotal(paper: Paper): string {
  const { netCents, totalCents } = paper.document
  return `<cac:LegalMonetaryTotal>${money(paper, 'cbc:LineExtensionAmount', netCents)}${money(paper, 'cbc:TaxExclusiveAmount', netCents)}${money(paper, 'cbc:TaxInclusiveAmount', totalCents)}${money(paper, 'cbc:PayableAmount', totalCents)}</cac:LegalMonetaryTotal>`
}

function allLines(paper: Paper, root: 'Invoice' | 'CreditNote'): string {
  const lines = paper.document.sections.flatMap((section) => section.lines)
  return lines.map((line, at) => lineElement(paper, line, { root, at })).join('\n')
}

function lineElement(
  paper: Paper,
  line: InvoiceLine,
  { root, at }: { root: 'Invoice' | 'CreditNote'; at: number },
): string {
  const quantity = root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity'
  return `<cac:${root}Line>${element('cbc:ID', String(at + 1))}${element(quantity, String(line.quantity), ' unitCode="C62"')}${money(paper, 'cbc:LineExtensionAmount', line.netCents)}<cac:Item>${element('cbc:Name', line.description)}<cac:ClassifiedTaxCategory>${category(line.ratePercent)}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${money(paper, 'cbc:PriceAmount', line.unitPriceCents)}</cac:Price></cac:${root}Line>`
}
