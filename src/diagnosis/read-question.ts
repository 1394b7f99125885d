/** What a person typed: an id of Teamleader's (or a link that holds one), an id of ours, or a number. */
export type Question =
  | { kind: 'external_id'; externalId: string }
  | { kind: 'invoice_id'; invoiceId: string }
  | { kind: 'number'; number: string }

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const ownId = /\binv_[0-9a-f]{32}\b/

/** Undefined when there is nothing to look for. */
export function readQuestion(text: string): Question | undefined {
  const asked = text.trim()
  const externalId = uuid.exec(asked)?.[0]
  if (externalId) return { kind: 'external_id', externalId: externalId.toLowerCase() }
  const invoiceId = ownId.exec(asked)?.[0]
  if (invoiceId) return { kind: 'invoice_id', invoiceId }
  return asked === '' ? undefined : { kind: 'number', number: asked.replace(/^#/, '').slice(0, 100) }
}
