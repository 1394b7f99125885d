import type { Html } from '../html.ts'
import { html } from '../html.ts'
import type { CapturedMail } from './captured-mail.ts'

/** All mails, newest first. */
export function listPage(mails: CapturedMail[]): string {
  const rows = mails.toReversed().map(
    (mail) => html`<li><a href="/mail/${mail.id}"><strong>${mail.subject || '(no subject)'}</strong>
<span>to ${mail.to.join(', ')}${mail.cc.length > 0 ? html`, cc ${mail.cc.join(', ')}` : ''}</span>
<time>${when(mail)}</time></a></li>`,
  )
  const empty = html`<p class="quiet">No mail yet. Everything sent to this mailbox shows up here.</p>`
  return frame(
    'Mailbox',
    html`<div class="top"><h1>Mailbox <span class="quiet">${mails.length}</span></h1>
<a href="/">Refresh</a><form method="post" action="/clear"><button>Clear mailbox</button></form></div>
${rows.length > 0 ? html`<ul>${rows}</ul>` : empty}`,
  )
}

/** One mail: who, what, attachments, and the body in a frame of its own. */
export function mailPage(mail: CapturedMail): string {
  const attachments = mail.attachments.map(
    ({ filename, bytes }, at) =>
      html`<a href="/mail/${mail.id}/${at}">${filename}</a> <span class="quiet">${bytes.length} bytes</span> `,
  )
  const body = mail.html
    ? html`<iframe src="/mail/${mail.id}/html" title="Body of the mail" sandbox="allow-popups"></iframe>`
    : html`<pre>${mail.text}</pre>`
  return frame(
    mail.subject,
    html`<p><a href="/">All mails</a></p><h1>${mail.subject}</h1><dl><dt>From</dt><dd>${mail.from}</dd>
<dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>Cc</dt><dd>${mail.cc.join(', ') || '–'}</dd><dt>Received</dt><dd>${when(mail)}</dd>
<dt>Attachments</dt><dd>${attachments.length > 0 ? attachments : '–'}</dd></dl>${body}
<details><summary>As plain text</summary><pre>${mail.text}</pre></details>
<details><summary>Source</summary><pre>${mail.raw.slice(0, 50_000)}</pre></details>`,
  )
}

function when(mail: CapturedMail): string {
  return mail.receivedAt.toISOString().slice(0, 19).replace('T', ' ')
}

function frame(title: string, content: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
:root{color-scheme:light dark;--line:light-dark(#d8dde3,#353c46);--quiet:light-dark(#57606d,#aab3c0);font:15px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:56rem;padding:1rem;background:light-dark(#f3f5f8,#14171c)}a{color:light-dark(#00695c,#4db6ac)}
.top{display:flex;flex-wrap:wrap;gap:1rem;align-items:baseline}.top form{margin-inline-start:auto}h1{font-size:1.4rem;margin:.4rem 0;overflow-wrap:anywhere}
.quiet,time{color:var(--quiet)}ul{list-style:none;padding:0}li{border:1px solid var(--line);border-radius:8px;margin-bottom:.5rem;background:light-dark(#fff,#1e232b)}
li a{display:grid;gap:.1rem;padding:.6rem .9rem;color:inherit;text-decoration:none;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}
iframe{width:100%;height:60vh;border:1px solid var(--line);border-radius:8px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:light-dark(#fff,#1e232b);padding:.8rem;border-radius:8px}
button{font:inherit;padding:.3rem .8rem;border-radius:6px;border:1px solid light-dark(#767f8c,#8a93a0);background:light-dark(#fff,#1e232b);color:inherit;cursor:pointer}
</style></head><body><main>${content}</main></body></html>`.html
}
