/** A link for people; what is no web address is left out. */
export type MailLink = { label: string; url: string | null }

/** One thing that is told: what it is, more about it, and where it leads. */
export type MailItem = { title: string; text: string; links: readonly MailLink[] }

export type MailPart =
  | { heading: string }
  | { paragraph: string }
  | { items: readonly MailItem[] }
  | { links: readonly MailLink[] }

/** A mail in both forms; programs for reading mail choose. */
export function renderMail(parts: readonly MailPart[]): { text: string; html: string } {
  return {
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: [
      '<!doctype html><html><body style="font-family:sans-serif;font-size:15px;line-height:1.45;color:#1a1b1e;max-width:44em">',
      ...parts.map(asHtml),
      '</body></html>',
    ].join('\n'),
  }
}

function asText(part: MailPart): string {
  if ('heading' in part) return part.heading.toUpperCase()
  if ('paragraph' in part) return part.paragraph
  if ('links' in part) return part.links.map(linkAsText).filter(Boolean).join('\n')
  return part.items.map(itemAsText).join('\n')
}

function itemAsText({ title, text, links }: MailItem): string {
  const lines = [`- ${oneLine(title)}`, ...linesOf(text).map((line) => `  ${line}`)]
  return [
    ...lines,
    ...links
      .map(linkAsText)
      .filter(Boolean)
      .map((line) => `  ${line}`),
  ].join('\n')
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function linkAsText({ label, url }: MailLink): string {
  const address = webAddress(url)
  return address ? `${label}: ${address}` : ''
}

function asHtml(part: MailPart): string {
  if ('heading' in part) return `<h2 style="font-size:17px">${escapeHtml(part.heading)}</h2>`
  if ('paragraph' in part) return `<p>${escapeHtml(part.paragraph).replaceAll('\n', '<br>')}</p>`
  if ('links' in part) return `<p>${part.links.map(linkAsHtml).filter(Boolean).join(' · ')}</p>`
  return `<ul>\n${part.items.map(itemAsHtml).join('\n')}\n</ul>`
}

function itemAsHtml({ title, text, links }: MailItem): string {
  const said = [`<strong>${escapeHtml(oneLine(title))}</strong>`, ...linesOf(text).map(escapeHtml)]
  const where = links.map(linkAsHtml).filter(Boolean).join(' · ')
  return `<li style="margin-bottom:10px">${[...said, where].filter(Boolean).join('<br>')}</li>`
}

function linkAsHtml({ label, url }: MailLink): string {
  const address = webAddress(url)
  return address ? `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>` : ''
}

/** Only what a browser opens as a page: a CRM could send any address. */
function webAddress(url: string | null): string | null {
  const parsed = url && URL.canParse(url) ? new URL(url) : null
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
