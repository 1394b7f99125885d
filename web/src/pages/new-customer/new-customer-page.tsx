/** A new customer. */
export function NewCustomerPage() {
  return null
}
