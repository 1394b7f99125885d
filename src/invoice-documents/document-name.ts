import type { DocumentKind } from './invoice-document.ts'

const names: Readonly<Record<DocumentKind, string>> = { pdf: 'PDF', ubl: 'UBL' }

/** What people call it, in every language. */
export function documentName(kind: DocumentKind): string {
  return names[kind]
}
