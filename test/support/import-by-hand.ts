import type { TestApp } from './create-test-app.ts'

/** A preview or an import by hand as the API gives it. */
export type SeenImport = {
  run: {
    id: string
    state: string
    doneCount: number
    totalCount: number | null
    counts: Record<string, number>
    result: Record<string, unknown> | null
    problem: { code: string; message: string } | null
  }
  isPreview: boolean
  found: number
  counts: Record<'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed', number>
  totals: { outcome: string; count: number; total: { amountCents: number; currency: string } }[]
  causes: { code: string; title: string; count: number }[]
  choice: 'as_profile_says' | 'none'
  invitations: { invitation: string; count: number; customers: number }[]
  unknown: string[]
  isComplete: boolean
  isWaitingForCrm: boolean
  period: { from: string; to: string } | null
}

export type SeenLine = {
  externalId: string
  number: string | null
  customerName: string | null
  invoiceDate: string | null
  total: { amountCents: number; currency: string } | null
  outcome: string
  cause: { code: string; title: string; remedy: string } | null
  warning: { code: string } | null
}

export type Asked = {
  period?: { from: string; to: string }
  numbers?: string[]
  externalIds?: string[]
  departmentExternalIds?: string[]
  invitations?: 'as_profile_says' | 'none'
}

/** Presses the button and waits until it is done. */
export async function runByHand(
  world: TestApp,
  what: 'preview' | 'import',
  asked: Asked = {},
): Promise<SeenImport> {
  const { id } = await pressByHand(world, what, asked)
  await world.drain()
  return seeImport(world, id)
}

export function pressByHand(
  world: TestApp,
  what: 'preview' | 'import',
  asked: Asked = {},
): Promise<{ id: string; state: string }> {
  const path = what === 'preview' ? '/api/v1/invoice-imports/preview' : '/api/v1/invoice-imports'
  return world.send('POST', path, { connectionId: world.connectionId, ...asked })
}

export function seeImport(world: TestApp, runId: string): Promise<SeenImport> {
  return world.get<SeenImport>(`/invoice-imports/${runId}`)
}

/** Every line of a run, by the id of its invoice, read in small pages. */
export async function linesByHand(
  world: TestApp,
  runId: string,
  limit = 200,
): Promise<Map<string, SeenLine>> {
  const lines = new Map<string, SeenLine>()
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor ? `&cursor=${cursor}` : ''
    const page: { items: SeenLine[]; nextCursor: string | null } = await world.get(
      `/invoice-previews/${runId}/lines?limit=${limit}${more}`,
    )
    for (const line of page.items) {
      if (lines.has(line.externalId)) throw new Error(`${line.externalId} came twice`)
      lines.set(line.externalId, line)
    }
    cursor = page.nextCursor
  }
  return lines
}
