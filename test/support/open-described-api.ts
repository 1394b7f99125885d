import { Ajv2020 } from 'ajv/dist/2020.js'
import type { TestApp } from './create-test-app.ts'

type Answers = Record<string, { content?: Record<string, { schema?: object }> }>
type Operation = { requestBody?: unknown; responses: Answers; summary?: string }

/** The API as its own description tells it, for a program that knows nothing else. */
export type DescribedApi = {
  /** Every operation, as `GET /api/v1/invoices/{id}`. */
  operations: Set<string>
  /** Calls an operation by its name; throws when it, its body or the shape of its answer is not described. */
  call<T>(name: string, given?: { path?: Record<string, string>; query?: object; body?: object }): Promise<T>
}

/** Reads the description that the running Vorder gives out. */
export async function openDescribedApi({ visitor }: Pick<TestApp, 'visitor'>): Promise<DescribedApi> {
  const { body: document } = await visitor.request('GET', '/api/openapi.json')
  const { paths } = document as { paths: Record<string, Record<string, Operation>> }
  const operations = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  )
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema(document as object, 'api')

  function expectDescribed(name: string, status: number, body: unknown): void {
    const { responses = {} } = operations.get(name) ?? {}
    const key = status in responses ? String(status) : `${Math.trunc(status / 100)}XX`
    const answer = responses[key]
    if (!answer) throw new Error(`${name} answers ${status}, which is not described`)
    const schema = answer.content?.['application/json']?.schema
    if (!schema) return
    const place = ['paths', name.split(' ')[1] ?? '', (name.split(' ')[0] ?? '').toLowerCase(), 'responses']
    const pointer = [...place, key, 'content', 'application/json', 'schema']
    const check = ajv.compile({ $ref: `api#/${pointer.map(asPointer).join('/')}` })
    if (!check(body))
      throw new Error(`${name} answers ${status} in another shape: ${ajv.errorsText(check.errors)}`)
  }

  return {
    operations: new Set(operations.keys()),
    async call<T>(name: string, { path = {}, query = {}, body }: Parameters<DescribedApi['call']>[1] = {}) {
      const operation = operations.get(name)
      if (!operation) throw new Error(`${name} is not described`)
      if (body && !operation.requestBody) throw new Error(`${name} takes no body, by its description`)
      const [method = '', template = ''] = name.split(' ')
      const address = template.replace(/\{(\w+)\}/g, (_part, key: string) => path[key] ?? '')
      const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
      const answer = await visitor.request(method, `${address}?${search}`, body)
      expectDescribed(name, answer.status, answer.body)
      if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as T
    },
  }
}

function asPointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
