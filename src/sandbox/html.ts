/** Text that is already HTML and must not be escaped again. */
export type Html = { html: string }
type Part = string | number | null | undefined | false | Html | Html[]

/** Escapes every value that is not itself HTML. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const parts = strings.map((text, at) => text + (at < values.length ? written(values[at]) : ''))
  return { html: parts.join('') }
}

function written(value: Part): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((each) => each.html).join('')
  if (typeof value === 'object') return value.html
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

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
