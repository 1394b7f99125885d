import { setTimeout as delay } from 'node:timers/promises'
import { sourceFor } from '../connections/index.ts'
import type { Context } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef } from '../crm/index.ts'
import {
  InvalidInputError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../errors.ts'

export type CrmLink = { connectionId: string } & CrmCustomerRef

const waitAtMostMs = 5_000

/**
 * The CRM's record, for a person who waits; undefined when the CRM does not say it within five seconds, whatever the
 * reason: a customer can be added while the CRM is away. Throws InvalidInputError when it says that there is none.
 */
export async function askForRecord(ctx: Context, link: CrmLink): Promise<CrmCustomer | undefined> {
  const noAnswer = new AbortController()
  const late = delay(waitAtMostMs, undefined, { signal: noAnswer.signal })
  const asked = ask(ctx, link)
  try {
    const record = await Promise.race([asked, late])
    if (record === 'absent')
      throw new InvalidInputError('There is no such record in the CRM', [
        { path: 'link.externalId', message: 'Not in the CRM' },
      ])
    return record
  } finally {
    // Whichever comes second is of no interest, its failure neither.
    late.catch(() => {})
    asked.catch(() => {})
    noAnswer.abort()
  }
}

async function ask(ctx: Context, link: CrmLink): Promise<CrmCustomer | 'absent' | undefined> {
  try {
    const source = await sourceFor(ctx, link.connectionId, 'person')
    const record = await source.findCustomer(link)
    if (record === undefined) return 'absent'
    return 'raw' in record ? undefined : record
  } catch (error) {
    if (silent.some((errorClass) => error instanceof errorClass)) return undefined
    throw error
  }
}

/** The CRM is away, busy or refuses: not the fault of the person who adds a customer. */
const silent = [SourceUnavailableError, SourceRejectedError, ReconnectNeededError] as const
