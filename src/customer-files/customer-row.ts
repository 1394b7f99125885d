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
export function customerCells(row: CustomerRow): string[] {
  return fileColumns.map(({ target }) => cellOf(row, target) ?? '')
}

function cellOf({ facts, number, profile, crm }: CustomerRow, target: FileTarget): string | null | undefined {
  switch (target) {
    case 'number':
      return number
    case 'profile':
      return profile
    case 'crmSource':
      return crm?.source
    case 'crmAccount':
      return crm?.account
    case 'crmType':
      return crm?.type
    case 'crmId':
      return crm?.id
    case 'crmStatus':
      return crm?.status
    case 'cc':
      return facts.cc.join('; ')
    default:
      return facts[target]
  }
}
