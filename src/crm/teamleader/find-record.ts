import { SourceRejectedError } from '../../errors.ts'
import type { TeamleaderClient } from './client.ts'

/** An `.info` answer; undefined for 404. */
export async function findRecord(client: TeamleaderClient, operation: string, id: string): Promise<unknown> {
  try {
    return await client.call(operation, { id })
  } catch (problem) {
    if (problem instanceof SourceRejectedError && problem.code === 'not_found') return undefined
    throw problem
  }
}
