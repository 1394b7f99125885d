export { completeCustomers, tickCustomers } from './complete-customers.ts'
export { tickCustomersJob } from './crm-customer-jobs.ts'
export { refreshCustomers } from './refresh-customers.ts'
