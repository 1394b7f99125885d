import type { Html } from '../../html.ts'
import { action, hidden, html } from '../../html.ts'
import type { Parts } from '../parts.ts'
import { pdfFaultKinds } from '../world.ts'

const KINDS = [
  { label: '429 rate limit', fault: { kind: 'status', status: 429, retryAfterSeconds: 5 } },
  { label: '500 error', fault: { kind: 'status', status: 500 } },
  { label: '500 after the work was done', fault: { kind: 'status', status: 500, afterWork: true } },
  { label: '502 bad gateway', fault: { kind: 'status', status: 502 } },
  { label: 'Never answers', fault: { kind: 'hang' } },
  { label: 'Half a body', fault: { kind: 'half' } },
  { label: 'A web page', fault: { kind: 'html' } },
  { label: 'An empty body', fault: { kind: 'empty' } },
  { label: 'A cut connection', fault: { kind: 'reset' } },
  { label: 'Slow (5 s)', fault: { kind: 'slow', ms: 5000 } },
  { label: 'Other shape (data is text)', fault: { kind: 'patch', patch: { data: 'unexpected' } } },
]
const ENDPOINTS = [
  '*',
  'invoices.list',
  'invoices.info',
  'invoices.download',
  'invoices.registerPayment',
  'companies.info',
  'companies.list',
  'contacts.info',
  'users.me',
  'webhooks.register',
  'oauth2/access_token',
]

/** What can go wrong on purpose, and the open questions with the answer that is played. */
export function faultsPage(parts: Parts): string {
  return html`<section class="card"><h2 style="margin-top:0">Wrong answers</h2>${faultForm('replyOnce', 'Answer wrongly once')}
${faultForm('replyAlways', 'Answer wrongly always')}<ul>${parts.faults
    .list()
    .map(
      (fault) =>
        html`<li>${fault.endpoint}: ${fault.kind} (${fault.left === null ? 'always' : `${fault.left} left`})</li>`,
    )}</ul>
${action('clearFaults', { label: 'Clear all faults' })}</section>
<section class="card"><h2 style="margin-top:0">Tokens</h2><div class="actions">${action('expireAccessTokens', { label: 'Expire access tokens' })}
${action('revokeTokens', { label: 'Revoke the integration' })}</div></section>
<section class="card"><h2 style="margin-top:0">Documents</h2>${pdfForms(parts)}</section>
<section class="card"><h2 style="margin-top:0">Lists and limits</h2><div class="actions">
${toggle('ignoreFilters', 'ignoring filters', parts.world.ignoreFilters)}
${toggle('movePagesWhilePaging', 'moving pages', parts.world.movePagesWhilePaging)}
${action('setRateLimit', { label: 'Set rate limit', fields: numberField('perMinute', 'Calls a minute', parts.rateLimit.limit ?? 200) })}
${action('setLatency', { label: 'Set latency', fields: numberField('ms', 'Milliseconds', parts.rateLimit.latencyMs) })}</div></section>
<section class="card"><h2 style="margin-top:0">Open questions</h2><p class="quiet">How this account answers what nobody outside knows for certain.</p>
${answersTable(parts)}</section>`.html
}

function faultForm(verb: string, label: string): Html {
  return html`<form data-verb="${verb}" aria-label="${label}" class="row" style="margin-bottom:.6rem"><label>Endpoint <select name="endpoint">${ENDPOINTS.map(
    (each) => html`<option>${each}</option>`,
  )}</select></label><label>Answer <select name="fault" data-kind="json">${KINDS.map(
    (each) => html`<option value="${JSON.stringify(each.fault)}">${each.label}</option>`,
  )}</select></label><button>${label}</button></form>`
}

function pdfForms({ world }: Parts): Html {
  return html`<div class="actions">${action('delayPdfs', { label: 'Delay PDFs', fields: numberField('ms', 'Delay in ms', world.pdf.delayMs) })}
<form class="action" data-verb="breakPdfs"><select name="fault.kind" aria-label="Kind of damage">${pdfFaultKinds.map(
    (kind) => html`<option>${kind}</option>`,
  )}</select><input name="fault.next" data-kind="number" type="number" min="1" aria-label="How many downloads" placeholder="all"><button>Break PDFs</button></form>
${action('breakPdfs', { label: 'Stop breaking PDFs', fields: hidden('fault', 'null', 'json') })}</div>
<p class="quiet">${world.pdf.faults.length} damage rule(s), delay ${world.pdf.delayMs} ms</p>`
}

function toggle(verb: string, words: string, on: boolean): Html {
  return action(verb, {
    label: `${on ? 'Stop' : 'Start'} ${words}`,
    fields: hidden('on', String(!on), 'flag'),
  })
}

function numberField(name: string, label: string, value: number): Html {
  return html`<input type="number" name="${name}" data-kind="number" aria-label="${label}" value="${value}">`
}

function answersTable({ world }: Parts): Html {
  const rows = Object.entries(world.answers).map(([name, value]) => {
    const kind = typeof value === 'string' ? 'text' : 'json'
    const shown = typeof value === 'string' ? value : JSON.stringify(value)
    const field = html`<input name="${name}" data-kind="${kind}" aria-label="${name}" value="${shown}">`
    return html`<tr><td><code>${name}</code></td><td>${action('answers', { label: 'Set', name: `Set ${name}`, fields: field })}</td></tr>`
  })
  return html`<div class="scroll"><table><tbody>${rows}</tbody></table></div>`
}
