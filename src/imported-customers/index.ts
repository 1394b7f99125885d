export { importCustomers, importKeys } from './import-customers.ts'
export type { CustomerToImport, ImportedCustomer, ImportRefusal, RecordLink } from './imported-customer.ts'
export { type KeptCause, undoImportedCustomers } from './undo-imported-customers.ts'
