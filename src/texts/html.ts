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
