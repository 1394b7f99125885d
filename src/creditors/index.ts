export { createCreditor, type NewCreditor } from './create-creditor.ts'
export type { ClosedPeriod, Creditor } from './creditor.ts'
export { findCreditor, getCreditor, holdCreditor } from './get-creditor.ts'
export { updateCreditor } from './update-creditor.ts'
