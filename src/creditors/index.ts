export { createCreditor, type NewCreditor } from './create-creditor.ts'
export type { Creditor } from './creditor.ts'
export { findCreditor, getCreditor } from './get-creditor.ts'
export { updateCreditor } from './update-creditor.ts'
