import { SourceRejectedError } from '../../errors.ts'
import type { TeamleaderClient } from './client.ts'

/** Largest page that is known to work; the description names no maximum. */
export const pageSize = 100
/** A list that never ends is a server that ignores the page number. */
const mostPages = 50

/** One page of a list operation. Throws SourceRejectedError `unreadable_answer` when the data is no list. */
export async function listPage(
  client: TeamleaderClient,
  operation: string,
  body: object,
): Promise<readonly unknown[]> {
  const data = await client.call(operation, body)
  if (Array.isArray(data)) return data
  throw new SourceRejectedError(`${operation} answered something else than a list`, {
    code: 'unreadable_answer',
  })
}

/** Every row: the only sign of the end is a page shorter than asked, for lists come without a total. */
export async function listAll(client: TeamleaderClient, operation: string, body: object): Promise<unknown[]> {
  const rows: unknown[] = []
  for (let number = 1; number <= mostPages; number += 1) {
    const page = await listPage(client, operation, { ...body, page: { size: pageSize, number } })
    rows.push(...page)
    if (page.length < pageSize) return rows
  }
  throw new SourceRejectedError(`${operation} does not come to an end`, { code: 'filter_ignored' })
}
