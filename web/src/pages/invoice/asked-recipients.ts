type Typed = { to: string; cc: string }
type Own = { to: string | null; cc: string[] }

/** What was typed as the API takes it: only what differs from the customer's own. */
export function askedRecipients({ to, cc }: Typed, own: Own): { to?: string; cc?: string[] } {
  const addresses = cc
    .split(/[\s,;]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '')
  return {
    ...(to.trim() !== (own.to ?? '') && { to: to.trim() }),
    ...(addresses.join() !== own.cc.join() && { cc: addresses }),
  }
}
