import { Liquid } from 'liquidjs'
import type { InvalidField } from '../errors.ts'
import { mailPlaceholders } from './profile.ts'

/** What a text can hold besides placeholders: `{% if dueDate %} … {% else %} … {% endif %}`. */
const tagsAllowed = ['if', 'unless']

/**
 * Liquid with single braces around placeholders. Texts come from users: nothing can be looped over, included or reached but
 * the values that are given, and a text that takes long or much is cut off.
 */
const engine = createEngine()

function createEngine(): Liquid {
  const liquid = new Liquid({
    outputDelimiterLeft: '{',
    outputDelimiterRight: '}',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    parseLimit: 20_000,
    renderLimit: 1_000,
    memoryLimit: 1_000_000,
  })
  for (const name of Object.keys(liquid.tags)) if (!tagsAllowed.includes(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) if (name !== 'raw') delete liquid.filters[name]
  return liquid
}

type TemplateProblem = Omit<InvalidField, 'path'>

/** Why a text cannot be used, in words that name what is wrong; none when it can. */
export function templateProblems(text: string): TemplateProblem[] {
  try {
    const used = engine.globalFullVariablesSync(engine.parse(text))
    const unknown = used
      .filter((name) => !mailPlaceholders.some((known) => known === name))
      .map((name) => ({
        message: `{${name}} is no placeholder; there are ${mailPlaceholders.join(', ')}`,
        code: 'unknown_placeholder',
        params: { name: `{${name}}` },
      }))
    if (unknown.length === 0)
      fillTemplate(text, Object.fromEntries(mailPlaceholders.map((name) => [name, 'x'])))
    return unknown
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split(', line:')[0] ?? ''
    return [{ message: `This cannot be read: ${detail}`, code: 'template_unreadable', params: { detail } }]
  }
}

/** The text with its placeholders filled in; one without a value is empty, and false in a condition. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  const known = Object.entries(values).map(([name, value]) => [name, value === '' ? null : value])
  return engine.parseAndRenderSync(text, Object.fromEntries(known)) as string
}
