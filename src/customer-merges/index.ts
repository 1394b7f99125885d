export { mergeChoices } from './decide-merge.ts'
export { mergeCustomers } from './merge-customers.ts'
export { undoMerge } from './undo-merge.ts'
