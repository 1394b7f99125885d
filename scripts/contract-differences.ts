import type { ErrorObject } from 'ajv'
import { Ajv } from 'ajv'

export type Schema = { [key: string]: unknown }
export type Difference = { operation: string; path: string; what: string }
type Document = {
  info: { version: string }
  paths: Record<
    string,
    { post?: { responses: Record<string, { content?: Record<string, { schema: Schema }> }> } }
  >
}
type Answer = { status: number; body: unknown }
/** Compares one answer with what the document promises for that operation. */
export type Contract = {
  version: string
  operations: string[]
  compare(operation: string, answer: Answer): Difference[]
}

/** Reads an OpenAPI 3.0 document: `nullable` becomes a union with null, references are followed. */
export function readContract(document: unknown): Contract {
  const { info, paths } = document as Document
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const schemaOf = (operation: string, status: number): Schema | null | undefined => {
    const answer = paths[`/${operation}`]?.post?.responses[String(status)]
    if (!answer) return undefined
    const [content] = Object.values(answer.content ?? {})
    return content ? plain(content.schema, document as Schema) : null
  }
  return {
    version: info.version,
    operations: Object.keys(paths).map((path) => path.slice(1)),
    compare(operation, { status, body }) {
      const schema = schemaOf(operation, status)
      if (schema === undefined) return [{ operation, path: '', what: `status ${status} is not documented` }]
      if (schema === null) return body === '' ? [] : [{ operation, path: '', what: 'has a body' }]
      const validate = ajv.compile(schema)
      validate(body)
      const wrong = (validate.errors ?? []).filter(isTelling).map((error) => describe(operation, error))
      return unique([...wrong, ...fieldDifferences({ operation, schema, body })])
    },
  }
}

function plain(value: unknown, document: Schema): Schema {
  if (Array.isArray(value)) return value.map((each) => plain(each, document)) as unknown as Schema
  if (typeof value !== 'object' || value === null) return value as Schema
  const { nullable, $ref, ...rest } = value as Schema
  if (typeof $ref === 'string') return plain(resolve($ref, document), document)
  const copy = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, plain(each, document)]))
  return nullable === true ? { anyOf: [{ type: 'null' }, copy] } : copy
}

function resolve(reference: string, document: Schema): unknown {
  let found: unknown = document
  for (const key of reference.replace('#/', '').split('/')) found = (found as Schema)[key]
  return found
}

/** The failing branches of a union say nothing by themselves, apart from the one that was meant. */
function isTelling(error: ErrorObject): boolean {
  return !['anyOf', 'oneOf'].includes(error.keyword) && error.params.type !== 'null'
}

function describe(operation: string, error: ErrorObject): Difference {
  const path = error.instancePath.replaceAll(/\/\d+/g, '[]').replaceAll('/', '.').replace(/^\./, '')
  return { operation, path, what: error.message ?? error.keyword }
}

type Walk = { operation: string; schema: Schema; body: unknown; path?: string }

/** Fields that the answer has and the document does not, and the other way round. */
function fieldDifferences({ operation, schema, body, path = '' }: Walk): Difference[] {
  if (Array.isArray(body)) {
    const items = itemsOf(schema)
    return items
      ? body.flatMap((each) => fieldDifferences({ operation, schema: items, body: each, path: `${path}[]` }))
      : []
  }
  if (typeof body !== 'object' || body === null) return []
  const documented = propertiesOf(schema)
  if (Object.keys(documented).length === 0) return []
  const at = (key: string) => (path ? `${path}.${key}` : key)
  const missing = Object.keys(documented).filter((key) => !(key in body))
  return [
    ...missing.map((key) => ({ operation, path: at(key), what: 'is left out' })),
    ...Object.entries(body).flatMap(([key, value]) => {
      const inner = documented[key]
      if (!inner) return [{ operation, path: at(key), what: 'is not documented' }]
      return fieldDifferences({ operation, schema: inner, body: value, path: at(key) })
    }),
  ]
}

function branches(schema: Schema): Schema[] {
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap(
    (each) => (each as Schema[] | undefined) ?? [],
  )
  return [schema, ...parts.flatMap(branches)]
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return Object.assign({}, ...branches(schema).map((each) => each.properties ?? {})) as Record<string, Schema>
}

function itemsOf(schema: Schema): Schema | undefined {
  return branches(schema).find((each) => each.items)?.items as Schema | undefined
}

function unique(differences: Difference[]): Difference[] {
  return [...new Map(differences.map((each) => [`${each.path} ${each.what}`, each])).values()]
}
