/** What a mail to a customer shows, from top to bottom. All of it is text: nothing of it is read as HTML. */
export type MessageParts = {
  language: string
  title: string
  business: string
  paragraphs: readonly string[]
  rows: readonly { label: string; value: string }[]
  button: { label: string; url: string } | null
  footer: string
}

/**
 * A mail in both forms. The HTML is tables and inline styles, which Outlook needs, and names its colours for light and dark;
 * it loads nothing from anywhere.
 */
export function renderMessage(parts: MessageParts): { text: string; html: string } {
  return { text: asText(parts), html: asHtml(parts) }
}

function asText({ paragraphs, rows, button, footer }: MessageParts): string {
  return `${[
    ...paragraphs,
    rows.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    `-- \n${footer}`,
  ].join('\n\n')}\n`
}

const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif"

function asHtml({ language, title, business, paragraphs, rows, button, footer }: MessageParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page { background: #16181d !important; }
  .card { background: #20232a !important; }
  .ink { color: #e8e9ed !important; }
  .soft { color: #a3a8b4 !important; }
  .line { border-color: #3a3f4a !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;background:#ffffff;border-radius:8px">
<tr><td class="ink" style="padding:28px 32px 0;${font};font-size:18px;line-height:26px;font-weight:600;color:#1a1b1e">${escapeHtml(business)}</td></tr>
<tr><td style="padding:16px 32px 0">
${paragraphs.map(paragraphAsHtml).join('\n')}
</td></tr>
<tr><td style="padding:8px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows.map(rowAsHtml).join('\n')}
</table>
</td></tr>
${button ? buttonAsHtml(button) : ''}<tr><td class="soft" style="padding:24px 32px 28px;${font};font-size:13px;line-height:19px;color:#6b7280">${escapeHtml(footer)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function paragraphAsHtml(text: string): string {
  const lines = escapeHtml(text).replaceAll('\n', '<br>')
  return `<p class="ink" style="margin:0 0 14px;${font};font-size:15px;line-height:23px;color:#1a1b1e">${lines}</p>`
}

function rowAsHtml({ label, value }: MessageParts['rows'][number]): string {
  const cell = `padding:9px 0;border-top:1px solid #e5e7eb;${font};font-size:15px;line-height:21px`
  return `<tr><td class="soft line" style="${cell};color:#6b7280">${escapeHtml(label)}</td><td class="ink line" align="right" style="${cell};font-weight:600;color:#1a1b1e">${escapeHtml(value)}</td></tr>`
}

function buttonAsHtml({ label, url }: { label: string; url: string }): string {
  return `<tr><td style="padding:24px 32px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#1d4ed8" style="border-radius:6px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;${font};font-size:15px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table></td></tr>
`
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
