export { completeCustomers, tickCustomers } from './complete-customers.ts'
export { refreshManyJob, tickCustomersJob } from './crm-customer-jobs.ts'
export { type CrmProblem, crmProblemOf } from './crm-problem.ts'
export { crmProblemWords } from './crm-problem-words.ts'
export { type CustomerDraft, draftFromCrm } from './draft-from-crm.ts'
export {
  decideFailing,
  dueOfFailing,
  type FailingRecords,
  isFailureOfRecord,
  unreadRecordWords,
} from './failing-records.ts'
export { type FindInCrmAnswer, type FoundRecord, findInCrm } from './find-in-crm.ts'
export { type CrmLink, listCrmLinks, pageCrmRefs } from './list-crm-links.ts'
export { type RefreshedCustomer, refreshCustomer } from './refresh-customer.ts'
export { refreshCustomers } from './refresh-customers.ts'
export { refreshMany } from './refresh-many.ts'
export { startRefresh } from './start-refresh.ts'
