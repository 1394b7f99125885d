import { expect, test } from 'vitest'
import type { TestSandbox } from './testing/open-test-sandbox.ts'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

async function download(sandbox: TestSandbox, id: string, format = 'pdf') {
  const { status, body } = await sandbox.call('invoices.download', { id, format })
  const data = body.data as { location: string; expires: string } | undefined
  return { status, ...data }
}

async function fetched(
  location: string | undefined,
): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(location ?? '')
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return { status: response.status, text, type: response.headers.get('content-type') }
}

test('a booked invoice has a real PDF at a temporary address that needs no token', async () => {
  const sandbox = await openTestSandbox()
  const { location, expires } = await download(sandbox, sandbox.control.addInvoice().id)
  const pdf = await fetched(location)
  expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' })
  expect(pdf.text.startsWith('%PDF-')).toBe(true)
  expect(pdf.text.trimEnd().endsWith('%%EOF')).toBe(true)
  expect(Date.parse(expires ?? '')).toBeGreaterThan(sandbox.control.clock.now().getTime())
  sandbox.control.clock.advance(900_000)
  expect((await fetched(location)).status).toBe(403)
})

test('UBL carries number, amounts and escaped names; e-FFF has the PDF inside', async () => {
  const sandbox = await openTestSandbox()
  const company = sandbox.control.addCompany({ name: 'Château & <Co>' })
  const { id } = sandbox.control.addInvoice({ total: 12_100, customer: { type: 'company', id: company.id } })
  const peppol = await fetched((await download(sandbox, id, 'ubl/peppol_bis_3')).location)
  expect(peppol.type).toBe('application/xml')
  expect(peppol.text).toContain('<cbc:PayableAmount currencyID="EUR">121.00</cbc:PayableAmount>')
  expect(peppol.text).toContain('&#38; &#60;Co&#62;')
  const fff = await fetched((await download(sandbox, id, 'ubl/e-fff')).location)
  expect(fff.text).toContain('EmbeddedDocumentBinaryObject')
})

test('a late PDF: no file, and (open question) 404, 400 or an address that does not work yet', async () => {
  const sandbox = await openTestSandbox()
  sandbox.control.delayPdfs(60_000)
  const { id } = sandbox.control.addInvoice()
  expect(await sandbox.info('invoices.info', id)).toMatchObject({ file: null })
  expect((await download(sandbox, id)).status).toBe(404)
  sandbox.control.answers({ downloadBeforePdf: '400' })
  expect((await download(sandbox, id)).status).toBe(400)
  sandbox.control.answers({ downloadBeforePdf: 'location404' })
  const early = await download(sandbox, id)
  expect((await fetched(early.location)).status).toBe(404)
  sandbox.control.clock.advance(60_000)
  expect((await fetched(early.location)).status).toBe(200)
  expect(await sandbox.info('invoices.info', id)).toMatchObject({ file: { type: 'file' } })
})

test('documents can be a web page, empty, cut or missing, as often as asked', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice()
  const next = async (kind: 'html' | 'empty' | 'cut' | 'missing') => {
    sandbox.control.breakPdfs({ kind, next: 1, invoiceId: id })
    return fetched((await download(sandbox, id)).location)
  }
  expect((await next('html')).type).toContain('text/html')
  expect((await next('empty')).text).toBe('')
  expect((await next('cut')).text).not.toContain('%%EOF')
  expect((await next('missing')).status).toBe(404)
  expect((await fetched((await download(sandbox, id)).location)).text).toContain('%%EOF')
})

test('a draft can be downloaded, and so can a credit note', async () => {
  const sandbox = await openTestSandbox()
  const draft = sandbox.control.addInvoice({ status: 'draft' })
  expect((await fetched((await download(sandbox, draft.id)).location)).text).toContain('%PDF-')
  const note = sandbox.control.creditInvoice(sandbox.control.addInvoice().id)
  const { body } = await sandbox.call('creditNotes.download', { id: note.id, format: 'pdf' })
  expect((await fetched((body.data as { location: string }).location)).text).toContain('%PDF-')
})
