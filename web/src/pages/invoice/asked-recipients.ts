type Typed = { to: string; cc: string }
type Own = { to: string | null; cc: string[] }

/** What was typed as the API takes it: only what differs from the customer's own. */
export function askedRecipients({ to, cc }: Typed, own: Own): { to?: string; cc?: string[] } {
  const addresses = addressesIn(cc)
  return {
    ...(to.trim() !== (own.to ?? '') && { to: to.trim() }),
    ...(addresses.join() !== own.cc.join() && { cc: addresses }),
  }
}

/** The customer's own, to be changed in the fields. */
export function typedRecipients({ to, cc }: Own): Typed {
  return { to: to ?? '', cc: cc.join(', ') }
}

/** Addresses with commas, semicolons or blanks between them. */
export function addressesIn(typed: string): string[] {
  return typed
    .split(/[\s,;]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '')
}
