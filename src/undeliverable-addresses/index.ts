export {
  clearUndeliverable,
  isUndeliverable,
  listUndeliverable,
  markUndeliverable,
  type UndeliverableAddress,
} from './undeliverable-addresses.ts'
