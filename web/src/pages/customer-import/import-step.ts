import type { CustomerImport, CustomerImportState } from '../../client/customer-files-contract.ts'

export const importSteps = ['columns', 'check', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

const stepOfState: Record<Exclude<CustomerImportState, 'failed'>, ImportStep> = {
  uploaded: 'columns',
  previewing: 'check',
  previewed: 'check',
  importing: 'result',
  imported: 'result',
  undoing: 'result',
  undone: 'result',
}

/** Which step to show: where the file stands, but a person may go back to the columns before the import. */
export function stepOf(
  { state, run }: Pick<CustomerImport, 'state' | 'run'>,
  asked: 'columns' | undefined,
): ImportStep {
  if (state === 'failed') return run && run.kind !== 'customer_preview' ? 'result' : 'columns'
  return state === 'previewed' && asked === 'columns' ? 'columns' : stepOfState[state]
}
