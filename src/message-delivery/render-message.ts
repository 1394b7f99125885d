/** What a mail to a customer shows, from top to bottom. All of it is text: nothing of it is read as HTML. */
export type MessageParts = {
  language: string
  title: string
  business: string
  paragraphs: readonly string[]
  rows: readonly { label: string; value: string }[]
  /** What is said below the figures, such as that the PDF is attached. */
  note: string | null
  button: { label: string; url: string } | null
  footer: string
}

/**
 * A mail in both forms. The HTML is tables and inline styles, which Outlook needs, and names its colours for light and dark;
 * it loads nothing from anywhere. What is between `[if mso]` is for Outlook alone, which knows no greatest width and no
 * room inside a link.
 */
export function renderMessage(parts: MessageParts): { text: string; html: string } {
  return { text: asText(parts), html: asHtml(parts) }
}

function asText({ paragraphs, rows, note, button, footer }: MessageParts): string {
  return `${[
    ...paragraphs,
    rows.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...(note === null ? [] : [note]),
    ...(button ? [`${button.label}: ${button.url}`] : []),
    `-- \n${footer}`,
  ].join('\n\n')}\n`
}

const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif"

function asHtml({ language, title, business, paragraphs, rows, note, button, footer }: MessageParts): string {
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
@media (max-width: 480px) {
  .pad { padding-left: 20px !important; padding-right: 20px !important; }
  .name { display: block !important; padding-bottom: 0 !important; }
  .value { display: block !important; padding-top: 1px !important; border-top: 0 !important; text-align: left !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6">
<tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;background:#ffffff;border-radius:8px">
<tr><td class="ink pad" style="padding:28px 32px 0;${font};font-size:18px;line-height:26px;font-weight:600;color:#1a1b1e">${escapeHtml(business)}</td></tr>
<tr><td class="pad" style="padding:16px 32px 0">
${paragraphs.map(paragraphAsHtml).join('\n')}
</td></tr>
<tr><td class="pad" style="padding:8px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows.map(rowAsHtml).join('\n')}
</table>
</td></tr>
${note === null ? '' : noteAsHtml(note)}${button ? buttonAsHtml(button) : ''}<tr><td class="soft pad" style="padding:24px 32px 28px;${font};font-size:13px;line-height:19px;color:#6b7280">${escapeHtml(footer)}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
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
  return `<tr><td class="soft line name" style="${cell};padding-right:12px;color:#6b7280">${escapeHtml(label)}</td><td class="ink line value" align="right" style="${cell};font-weight:600;color:#1a1b1e">${escapeHtml(value)}</td></tr>`
}

function noteAsHtml(text: string): string {
  return `<tr><td class="soft pad" style="padding:16px 32px 0;${font};font-size:14px;line-height:21px;color:#6b7280">${escapeHtml(text)}</td></tr>
`
}

function buttonAsHtml({ label, url }: { label: string; url: string }): string {
  return `<tr><td class="pad" style="padding:24px 32px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#145c56" style="border-radius:6px;mso-padding-alt:12px 22px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;${font};font-size:15px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table></td></tr>
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
