/** What refers to a profile. Each count is at most 10,001: one more than what is told as "more than 10,000". */
export type ProfileUse = {
  /** Whose own profile it is. */
  customers: number
  openInvoices: number
  /** Connections whose default it is. */
  connections: number
  /** Invoices whose custom field, or that of their subscription, named it when it was read last. */
  fieldValues: number
  /** Paid or archived: they keep it, and do not keep it from going. */
  settledInvoices: number
}

/** Whether somebody would miss it: then another one has to take its place. */
export function isInUse({ customers, openInvoices, connections, fieldValues }: ProfileUse): boolean {
  return customers + openInvoices + connections + fieldValues > 0
}
