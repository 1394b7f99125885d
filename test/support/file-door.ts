import type { TestApp } from './create-test-app.ts'

/** What the tests look at of an uploaded file. */
export type ImportSeen = {
  id: string
  state: string
  fileName: string
  reading: {
    format: string
    encoding: string | null
    delimiter: string | null
    sheet: string | null
    hasHeader: boolean
    headerLine: number | null
  }
  sheets: string[]
  columns: {
    index: number
    header: string
    samples: string[]
    target: string | null
    guessedBy: string | null
  }[]
  counts: Record<string, number> | null
  refusedCount: number
  canUndo: boolean
  problem: { code: string; message: string } | null
  run: { id: string; state: string; doneCount: number; totalCount: number | null } | null
}

export type RowSeen = {
  line: number
  outcome: string
  name: string
  customerId: string | null
  changes: { field: string; before: unknown; after: unknown }[]
  refusal: { code: string; column: string | null; title: string; explanation: string } | null
  notes: string[]
  undone: string | null
  undoneReason: string | null
}

export type FileDoor = ReturnType<typeof fileDoor>

/** Files of customers through the API, as a signed-in person sends them. */
export function fileDoor(world: TestApp) {
  const path = '/api/v1/customer-imports'

  async function post(name: string, content: string | Uint8Array, language = 'en') {
    const form = new FormData()
    form.append('file', new Blob([content as Uint8Array<ArrayBuffer>]), name)
    const answer = await world.visitor.upload(path, form, { 'accept-language': language })
    return { status: answer.status, body: (await answer.json()) as unknown }
  }

  return {
    post,
    /** Uploads a file that is expected to be taken. */
    async upload(name: string, content: string | Uint8Array): Promise<ImportSeen> {
      const { status, body } = await post(name, content)
      if (status !== 201) throw new Error(`The upload was answered ${status}: ${JSON.stringify(body)}`)
      return body as ImportSeen
    },
    get: (id: string) => world.get<ImportSeen>(`/customer-imports/${id}`),
    change: (id: string, changes: object) => world.send<ImportSeen>('PATCH', `${path}/${id}`, changes),
    async rows(id: string, query = ''): Promise<RowSeen[]> {
      return (await world.get<{ items: RowSeen[] }>(`/customer-imports/${id}/rows?limit=200${query}`)).items
    },
    /** Asks for the work and waits until it is done. */
    async work(id: string, work: 'preview' | 'import' | 'undo'): Promise<ImportSeen> {
      await world.send('POST', `${path}/${id}/${work}`)
      await world.drain()
      return world.get<ImportSeen>(`/customer-imports/${id}`)
    },
  }
}
