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

/**
 * Lists come without a total: the only sign of the end is a page shorter than asked. A server that gives smaller pages
 * than asked (its default is 20) does so in round numbers, so a round page is followed by a look at the next one.
 */
export function isLastPage(rowCount: number): boolean {
  if (rowCount === 0) return true
  return rowCount < pageSize && rowCount % 5 !== 0
}

/** Every row of a list. */
export async function listAll(client: TeamleaderClient, operation: string, body: object): Promise<unknown[]> {
  const rows: unknown[] = []
  for (let number = 1; number <= mostPages; number += 1) {
    const page = await listPage(client, operation, { ...body, page: { size: pageSize, number } })
    rows.push(...page)
    if (isLastPage(page.length)) return rows
  }
  throw filterIgnored(operation, 'page')
}

/**
 * The rows of at most 100 ids. Teamleader accepts and ignores filters that it does not know, so each row is held
 * against what was asked: one that was not asked for throws SourceRejectedError `filter_ignored`.
 */
export async function listByIds(
  client: TeamleaderClient,
  operation: string,
  ids: readonly string[],
): Promise<unknown[]> {
  const asked = new Set(ids)
  const rows: unknown[] = []
  for (let number = 1; asked.size > rows.length; number += 1) {
    const page = await listPage(client, operation, {
      filter: { ids },
      page: { size: pageSize, number },
    })
    for (const row of page) {
      const id = idOfRow(row)
      if (id !== undefined && !asked.has(id)) throw filterIgnored(operation, 'ids')
    }
    rows.push(...page)
    if (isLastPage(page.length)) break
  }
  return rows
}

/** The id of a row that may be anything. */
export function idOfRow(row: unknown): string | undefined {
  const hasId = typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string'
  return hasId ? String(row.id) : undefined
}

/** What was asked was not done: nothing of the answer can be trusted. */
export function filterIgnored(operation: string, filter: string): SourceRejectedError {
  return new SourceRejectedError(
    `Teamleader ignored "${filter}" of ${operation}: nothing of its answer was taken over`,
    { code: 'filter_ignored' },
  )
}
