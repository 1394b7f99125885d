import { parentPort } from 'node:worker_threads'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { getResolvedPDFJS } from 'unpdf'
import type { Inspection } from './inspect-document.ts'
import type { DocumentKind } from './invoice-document.ts'

/**
 * The thread that opens documents, which strangers may have made: what makes it slow, hungry or crash hurts nobody else.
 */
parentPort?.on('message', (asked: Asked) => void answer(asked))

type Asked = { kind: DocumentKind; bytes: Uint8Array }

async function answer({ kind, bytes }: Asked): Promise<void> {
  parentPort?.postMessage(kind === 'pdf' ? await inspectPdf(bytes) : inspectUbl(bytes))
}

async function inspectPdf(bytes: Uint8Array): Promise<Inspection> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS()
  const opening = getDocument({
    data: bytes,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await opening.promise
    if (pdf.numPages < 1) return { cause: 'no_pages', detail: 'It has no pages' }
    const page = await pdf.getPage(1)
    return { kind: 'pdf', pages: pdf.numPages, text: await textOf(page) }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    if (name === 'PasswordException') return { cause: 'password_protected', detail: message }
    const isWithoutPages = message === 'Invalid page request.'
    return { cause: isWithoutPages ? 'no_pages' : 'unreadable_pdf', detail: message.slice(0, 300) }
  } finally {
    await opening.destroy()
  }
}

type Page = { getTextContent(): Promise<{ items: object[] }> }

/** A page whose letters cannot be read (a scan, an odd font) is a page all the same. */
async function textOf(page: Page): Promise<string> {
  try {
    const { items } = await page.getTextContent()
    return items.flatMap((item) => ('str' in item ? String(item.str) : [])).join(' ')
  } catch {
    return ''
  }
}

/** The two documents of UBL 2.1 that ask for money or give it back. */
const roots = ['Invoice', 'CreditNote'] as const

function inspectUbl(bytes: Uint8Array): Inspection {
  const text = decode(bytes)
  if (text === undefined) return { cause: 'unreadable_ubl', detail: 'It is not written in UTF-8' }
  // UBL has no document type of its own; with one, a few lines can stand for gigabytes.
  if (/<!DOCTYPE/i.test(text)) return { cause: 'unreadable_ubl', detail: 'It declares a document type' }
  const valid = XMLValidator.validate(text)
  if (valid !== true) {
    const { msg, line } = valid.err
    return {
      cause: isMarkup(text) ? 'unreadable_ubl' : 'not_a_ubl',
      detail: `Line ${line}: ${msg}`.slice(0, 300),
    }
  }
  const parsed = parser.parse(text) as Record<string, unknown>
  const root = roots.find((name) => typeof parsed[name] === 'object')
  if (!root) return { cause: 'not_a_ubl', detail: `It is ${Object.keys(parsed).join(', ').slice(0, 100)}` }
  const { ID } = parsed[root] as { ID?: unknown }
  return { kind: 'ubl', number: typeof ID === 'string' ? ID : '' }
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  processEntities: false,
})

function isMarkup(text: string): boolean {
  return /^\s*</.test(text)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
