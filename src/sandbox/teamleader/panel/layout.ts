import { action, hidden, html } from '../../html.ts'
import type { Parts } from '../parts.ts'
import { panelStyle } from './panel-style.ts'

type Frame = {
  parts: Parts
  title: string
  content: string
  links: Array<{ path: string; title: string; here: boolean }>
}

const STEPS = [
  { label: '+1 h', name: 'Advance clock +1 h', ms: 3_600_000 },
  { label: '+1 day', name: 'Advance clock +1 day', ms: 86_400_000 },
  { label: '+7 days', name: 'Advance clock +7 days', ms: 604_800_000 },
]

/** The frame of every page: navigation, the sandbox's clock, and a place for what went wrong. */
export function layout({ parts, title, content, links }: Frame): string {
  const now = new Date(parts.world.clock.now()).toISOString().slice(0, 16).replace('T', ' ')
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sandbox Teamleader</title><style>${{ html: panelStyle }}</style></head><body>
<header><div class="bar"><strong>${parts.world.account.name}</strong> <span class="quiet">Sandbox Teamleader</span>
<nav aria-label="Panel">${links.map(
    (link) => html`<a href="${link.path}" ${link.here ? html`aria-current="page"` : ''}>${link.title}</a>`,
  )}</nav></div>
<div class="clock" role="group" aria-label="Clock"><span>Clock <time>${now}</time> UTC</span>${STEPS.map(
    (step) =>
      action('clock.advance', {
        label: step.label,
        name: step.name,
        fields: hidden('ms', String(step.ms), 'number'),
      }),
  )}</div></header>
<main><h1>${title}</h1><p id="problem" role="alert" hidden></p>${{ html: content }}</main>
<script src="/panel/panel.js"></script></body></html>`
  return page.html
}
