import { ApiError, notFound } from './api-error.ts'
import type { FileHost, HostedFile } from './file-host.ts'
import type { Paper } from './paper.ts'
import { pdfOf } from './pdf.ts'
import type { CreditNoteRecord, DepartmentRecord, InvoiceRecord } from './records.ts'
import { ublOf } from './ubl.ts'
import type { PdfFault, World } from './world.ts'

/** A temporary address of the invoice's document, with the delays and damages that are set. */
export function publishInvoice(
  world: World,
  fileHost: FileHost,
  asked: { invoice: InvoiceRecord; format: string },
): { location: string; expiresAt: number } {
  const { invoice, format } = asked
  const isReady = invoice.fileReadyAt <= world.clock.now()
  const { downloadBeforePdf } = world.answers
  if (!isReady && downloadBeforePdf === '404') throw notFound('file')
  if (!isReady && downloadBeforePdf === '400') {
    throw new ApiError(400, [{ code: 0, title: 'document is not available yet', status: 400 }])
  }
  const fault = takeFault(world, invoice.id)
  const shown = fault === 'other' ? bookedBefore(world, invoice) : invoice
  const paper: Paper = {
    kind: 'invoice',
    number: shown.number,
    date: shown.invoiceDate,
    dueOn: shown.dueOn,
    reference: shown.paymentReference,
    sender: senderOf(world, shown.departmentId),
    document: shown,
    isLocked: fault === 'encrypted',
  }
  return fileHost.publish(fileOf(paper, format), {
    notBefore: invoice.fileReadyAt,
    fault,
  })
}

export function publishCreditNote(
  world: World,
  fileHost: FileHost,
  asked: { note: CreditNoteRecord; format: string },
): { location: string; expiresAt: number } {
  const { note, format } = asked
  const paper: Paper = {
    kind: 'credit-note',
    number: note.number,
    date: note.date,
    dueOn: null,
    reference: null,
    sender: senderOf(world, note.departmentId),
    document: note,
  }
  return fileHost.publish(fileOf(paper, format))
}

/** The one whose document a mix-up would show. */
function bookedBefore(world: World, invoice: InvoiceRecord): InvoiceRecord {
  const booked = [...world.invoices.all()].filter(({ number }) => number !== null)
  return booked[booked.indexOf(invoice) - 1] ?? invoice
}

function senderOf(world: World, departmentId: string): DepartmentRecord {
  const department = world.catalog.departments.get(departmentId)
  if (!department) throw notFound('department')
  return department
}

function fileOf(paper: Paper, format: string): HostedFile {
  const name = (paper.number ?? 'draft').replaceAll(' ', '').replaceAll('/', '-')
  if (format === 'pdf') {
    return { name: `${name}.pdf`, mimeType: 'application/pdf', bytes: () => pdfOf(paper) }
  }
  return {
    name: `${name}.xml`,
    mimeType: 'application/xml',
    bytes: async () => Buffer.from(await ublOf(paper, format)),
  }
}

/** The first damage that fits; one with a number counts down. */
function takeFault(world: World, invoiceId: string): PdfFault['kind'] | null {
  const fault = world.pdf.faults.find((each) => !each.invoiceId || each.invoiceId === invoiceId)
  if (!fault) return null
  if (fault.next !== undefined) fault.next -= 1
  if (fault.next === 0) world.pdf.faults = world.pdf.faults.filter((each) => each !== fault)
  return fault.kind
}
