import type { DocumentKind } from './invoice-document.ts'

const names: Readonly<Record<DocumentKind, string>> = { pdf: 'PDF', ubl: 'UBL' }

/** What people call it, in every language. */
export function documentName(kind: DocumentKind): string {
  return names[kind]
}

const endings: Readonly<Record<DocumentKind, string>> = { pdf: 'pdf', ubl: 'xml' }

/** What a document is called when it is saved: `2026 / 118` becomes `2026-118.pdf`. */
export function documentFileName(number: string, kind: DocumentKind): string {
  const name = number.replace(/\s*[\p{Cc}\p{Cf}/\\:*?"<>|]+\s*/gu, '-').replace(/^[. ]+|[. ]+$/g, '')
  return `${name.slice(0, 100).toWellFormed() || 'document'}.${endings[kind]}`
}
