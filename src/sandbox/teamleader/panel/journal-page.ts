import { html } from '../../html.ts'
import type { Parts } from '../parts.ts'
import { clockTime } from './webhooks-page.ts'

/** The latest requests and token grants. */
export function journalPage({ journal }: Parts): string {
  const requests = journal.requests()
  return html`<section class="card row"><span>${requests.length} requests; at most ${journal.maxCallsInAnyMinute()} calls in any minute</span>
<a href="/panel/journal">Refresh</a><form class="action" data-verb="journal" data-method="DELETE"><button>Clear journal</button></form></section>
<h2>Token grants</h2><ul>${journal
    .tokenGrants()
    .slice(-20)
    .reverse()
    .map(
      (grant) => html`<li>${clockTime(grant.at)} ${grant.kind}: ${grant.outcome} ${grant.reason}</li>`,
    )}</ul>
<h2>Requests</h2><div class="scroll"><table><thead><tr><th>At</th><th>Endpoint</th><th>Status</th><th>Body</th><th>Refusal</th></tr></thead><tbody>${requests
    .slice(-150)
    .reverse()
    .map(
      (line) => html`<tr><td>${clockTime(line.at)}</td><td>${line.operation}</td>
<td class="${line.status >= 400 ? 'bad' : ''}">${line.status}${line.fault ? html` <span class="quiet">${line.fault}</span>` : ''}</td>
<td><code>${JSON.stringify(line.body).slice(0, 200)}</code></td><td>${line.refusal}</td></tr>`,
    )}</tbody></table></div>`.html
}
