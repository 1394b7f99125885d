import type { TestApp } from './create-test-app.ts'
import { invoiceOf } from './read-ledger.ts'

export type SeenLink = {
  url: string | null
  state: string
  expiresAt: string | null
  revokedAt: string | null
}

/** The payment link of the invoice that came in for this one of Teamleader, as a bookkeeper gets it. */
export async function linkOf(world: TestApp, externalId: string): Promise<SeenLink> {
  const { id } = await invoiceOf(world, externalId)
  return world.get<SeenLink>(`/invoices/${id}/payment-link`)
}

/** Its address; the app of a test listens where its public address says. */
export async function pageUrlOf(world: TestApp, externalId: string): Promise<string> {
  const { url } = await linkOf(world, externalId)
  if (!url) throw new Error(`The invoice ${externalId} has no payment page`)
  return url.replace(world.publicUrl, world.url)
}

export type SeenPage = { status: number; headers: Headers; html: string; text: string }

/** A page as a browser without scripts and cookies gets it; `text` is what a person reads. */
export async function fetchPage(url: string, init: RequestInit = {}): Promise<SeenPage> {
  const answer = await fetch(url, { redirect: 'manual', ...init })
  const html = await answer.text()
  return { status: answer.status, headers: answer.headers, html, text: textOf(html) }
}

/** Opens the page, fills in the form and sends it, as a browser without scripts does. */
export async function sendQuestion(
  url: string,
  fields: Record<string, string>,
  options: { stamp?: string; headers?: Record<string, string> } = {},
): Promise<SeenPage> {
  const stamp = options.stamp ?? (await stampOf(url))
  const address = new URL(url)
  return fetchPage(`${address.origin}${address.pathname}/question?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...options.headers },
    body: new URLSearchParams({ website: '', ...fields, stamp }).toString(),
  })
}

export async function stampOf(url: string): Promise<string> {
  const { html } = await fetchPage(url)
  return /name="stamp" value="([^"]*)"/.exec(html)?.[1] ?? ''
}

const entities: Readonly<Record<string, string>> = {
  '&#38;': '&',
  '&#60;': '<',
  '&#62;': '>',
  '&#34;': '"',
  '&#39;': "'",
}

function textOf(html: string): string {
  return html
    .replace(/<(style|script|svg)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#\d+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
}
