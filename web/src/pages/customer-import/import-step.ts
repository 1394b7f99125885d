import type { CustomerImportState } from '../../client/customer-files-contract.ts'

export const importSteps = ['columns', 'check', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

const stepOfState: Record<CustomerImportState, ImportStep> = {
  uploaded: 'columns',
  failed: 'columns',
  previewing: 'check',
  previewed: 'check',
  importing: 'result',
  imported: 'result',
  undoing: 'result',
  undone: 'result',
}

/** Which step to show: where the file stands, but a person may go back to the columns before the import. */
export function stepOf(state: CustomerImportState, asked: 'columns' | undefined): ImportStep {
  return state === 'previewed' && asked === 'columns' ? 'columns' : stepOfState[state]
}
