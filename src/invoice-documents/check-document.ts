import { type Context, inTransaction } from '../context.ts'
import { listKnownNumbers } from '../invoices/index.ts'
import { inspectDocument } from './inspect-document.ts'
import type { DocumentKind, FailureCause } from './invoice-document.ts'
import { isSameNumber, numbersLike } from './numbers-like.ts'

export type DocumentToCheck = { bytes: Buffer; kind: DocumentKind; number: string | null }

/** Sound, with the type to serve it as; or why it is refused, with words for support. */
export type CheckedDocument =
  | { isSound: true; contentType: string }
  | { isSound: false; cause: FailureCause; detail: string }

/** A web page that says what went wrong comes with every kind of promise about its type: only the bytes count. */
const webPage = /^\s*(?:<!doctype\s+html|<html[\s>])/i

/**
 * Looks at what came before it counts (promise B13): a web page, an empty, cut or damaged file, or the document of another
 * invoice is refused. A PDF that only its author may change is fine; one that nobody can open without a password is not.
 */
export async function checkDocument(ctx: Context, document: DocumentToCheck): Promise<CheckedDocument> {
  const { bytes, kind, number } = document
  const outside = lookFromOutside(bytes, kind)
  if (outside) return refused(outside.cause, outside.detail)
  const inside = await inspectDocument(kind, bytes)
  if ('cause' in inside) return refused(inside.cause, inside.detail)
  if (inside.kind === 'ubl') {
    if (number === null || isSameNumber(inside.number, number))
      return { isSound: true, contentType: 'application/xml' }
    return refused('wrong_invoice', `It is about ${inside.number || 'no number'}, not ${number}`)
  }
  const other = number === null ? undefined : await findOtherInvoice(ctx, { text: inside.text, number })
  if (other) return refused('wrong_invoice', `It names ${other}, and ${number} nowhere`)
  return { isSound: true, contentType: 'application/pdf' }
}

function refused(cause: FailureCause, detail: string): CheckedDocument {
  return { isSound: false, cause, detail }
}

function lookFromOutside(
  bytes: Buffer,
  kind: DocumentKind,
): { cause: FailureCause; detail: string } | undefined {
  if (bytes.length === 0) return { cause: 'empty', detail: 'It has no bytes' }
  const start = bytes.subarray(0, 1024).toString('latin1')
  if (webPage.test(start.replace(/^\u00EF\u00BB\u00BF/, '')))
    return { cause: 'web_page', detail: `It begins with ${JSON.stringify(start.slice(0, 60))}` }
  if (kind === 'ubl') return undefined
  if (!start.startsWith('%PDF-'))
    return { cause: 'not_a_pdf', detail: `It begins with ${JSON.stringify(start.slice(0, 20))}` }
  const end = bytes.subarray(-1024).toString('latin1')
  return end.includes('%%EOF')
    ? undefined
    : { cause: 'cut', detail: 'The mark at the end of a PDF is missing' }
}

/**
 * The number of another invoice of ours that the page shows while it does not show the right one. A page that shows
 * neither (a scan, a number printed in another form) proves nothing and is kept.
 */
async function findOtherInvoice(
  ctx: Context,
  page: { text: string; number: string },
): Promise<string | undefined> {
  const others = numbersLike(page)
  if (others.length === 0) return undefined
  const known = await inTransaction(ctx, (tx) => listKnownNumbers(tx, others))
  return known[0]
}
