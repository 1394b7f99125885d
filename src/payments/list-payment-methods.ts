import { sourceFor } from '../connections/index.ts'
import type { Context } from '../context.ts'
import type { CrmPaymentMethod } from '../crm/index.ts'
import { type CrmProblem, crmProblemOf } from '../crm-customers/index.ts'

/** The ways to pay that the CRM knows; while it cannot be asked, why, and a payment is noted without one. */
export async function listPaymentMethods(
  ctx: Context,
  input: { connectionId: string },
): Promise<{ items: CrmPaymentMethod[]; problem: CrmProblem | null }> {
  const source = await sourceFor(ctx, input.connectionId, 'person')
  try {
    return { items: await source.listPaymentMethods(), problem: null }
  } catch (error) {
    const problem = crmProblemOf(error)
    if (!problem) throw error
    return { items: [], problem }
  }
}
