import type { CustomerFacts } from '../customers/index.ts'
import { type FileTarget, fileColumns } from './file-columns.ts'

/** A customer as a row of a file. What is null is an empty cell. */
export type CustomerRow = {
  facts: CustomerFacts
  /** Of our customer; null when there is none yet. */
  number: string | null
  profile: string | null
  crm: { source: string; account: string; type: 'company' | 'person'; id: string; status: string } | null
}

/** The first row of every customer file. */
export const headerCells: readonly string[] = fileColumns.map(({ header }) => header)

/** The cells of a customer, in the order of `fileColumns`. Several CC addresses stand in one cell. */
export function customerCells({ facts, number, profile, crm }: CustomerRow): string[] {
  const texts: Record<FileTarget, string | null | undefined> = {
    ...facts,
    cc: facts.cc.join('; '),
    number,
    profile,
    crmSource: crm?.source,
    crmAccount: crm?.account,
    crmType: crm?.type,
    crmId: crm?.id,
    crmStatus: crm?.status,
  }
  return fileColumns.map(({ target }) => texts[target] ?? '')
}
