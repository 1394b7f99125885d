export { type ExportDetails, exportCrmCustomersJob } from './crm-export.ts'
export { type ExportEstimate, estimateCrmExport } from './estimate-crm-export.ts'
export { exportCrmCustomers } from './export-crm-customers.ts'
export { startCrmExport } from './start-crm-export.ts'
