export {
  type AddressOfCustomers,
  type ListUndeliverableInput,
  listUndeliverable,
} from './list-undeliverable.ts'
export {
  clearUndeliverable,
  isUndeliverable,
  markUndeliverable,
  type UndeliverableAddress,
  undeliverableAmong,
} from './undeliverable-addresses.ts'
