import type { Html } from '../../html.ts'
import { action, html } from '../../html.ts'
import type { JournalDelivery } from '../journal.ts'
import type { Parts } from '../parts.ts'

/** Who is told, what was sent, and how to mistreat what comes. */
export function webhooksPage({ control, journal, deliverer }: Parts): string {
  const registered = control.webhooks.registered()
  return html`<section class="card"><h2 style="margin-top:0">Registered</h2>${
    registered.length === 0 ? html`<p class="quiet">Nobody registered yet.</p>` : ''
  }${registered.map(({ url, types }) => html`<p><code>${url}</code><br><span class="quiet">${types.join(', ')}</span></p>`)}</section>
<section class="card"><h2 style="margin-top:0">Mistreat the next events</h2><div class="actions">
${mistreat('lose', 'Lose')}${mistreat('double', 'Double')}${mistreat('delay', 'Delay')}${mistreat('reorder', 'Reorder')}</div>
<p class="quiet">Waiting to be mistreated: ${JSON.stringify(deliverer.next)}</p>
${action('webhooks.deliver', { label: 'Deliver now' })}</section>
<h2>Deliveries</h2><div class="scroll"><table><thead><tr><th>At</th><th>Type</th><th>To</th><th>State</th><th>Attempts</th></tr></thead>
<tbody>${journal.deliveries().slice(-100).reverse().map(row)}</tbody></table></div>`.html
}

function mistreat(what: string, label: string): Html {
  const field = html`<input type="number" min="0" name="${what}" data-kind="number" aria-label="How many to ${what}" value="1">`
  return action('webhooks.next', { label, name: `${label} the next events`, fields: field })
}

function row(delivery: JournalDelivery): Html {
  const attempts = delivery.attempts.map(
    (attempt) =>
      html`<div>${attempt.status ?? attempt.error} <span class="quiet">${attempt.tookMs} ms</span></div>`,
  )
  return html`<tr><td>${clockTime(delivery.createdAt)}</td><td>${delivery.type}<br><code class="quiet">${delivery.subjectId}</code></td>
<td><code>${delivery.url}</code></td><td><span class="state ${delivery.state}">${delivery.state}</span></td><td>${attempts}</td></tr>`
}

export function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}
