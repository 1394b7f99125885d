import { type Html, html } from '../texts/index.ts'

export { type Html, html } from '../texts/index.ts'

/**
 * A form with one button that posts its fields to a control verb. `data-kind` of a field says how its text is
 * read: cents (from an amount), number, flag, json, or left as it is.
 */
export function action(
  verb: string,
  options: { label: string; name?: string; fields?: Html; confirm?: string },
): Html {
  const { label, name = label, fields, confirm } = options
  return html`<form class="action" data-verb="${verb}" ${confirm ? html`data-confirm="${confirm}"` : ''}>${fields}
    <button aria-label="${name}">${label}</button></form>`
}

export function hidden(name: string, value: string, kind = 'text'): Html {
  return html`<input type="hidden" name="${name}" value="${value}" data-kind="${kind}">`
}
