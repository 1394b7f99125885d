export {
  type CustomerEvent,
  customerEventKinds,
  type MessageEvent,
  type PaymentEvent,
  type StopEvent,
} from './customer-event.ts'
export { type ListCustomerHistoryInput, listCustomerHistory } from './list-customer-history.ts'
