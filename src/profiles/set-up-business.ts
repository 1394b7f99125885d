import { addMembership, createAdministrator } from '../access/index.ts'
import { type Context, forCreditor, inTransaction, type Tx } from '../context.ts'
import { type Creditor, createCreditor, type NewCreditor } from '../creditors/index.ts'
import { newId } from '../values/index.ts'
import { createProfile } from './create-profile.ts'

export type SetUpBusinessInput = {
  administrator: { name: string; email: string; password: string; language: 'en' | 'nl' | 'fr' }
  business: NewCreditor
}

const firstProfileName = { en: 'Standard', nl: 'Standaard', fr: 'Standard', de: 'Standard' } as const

/**
 * First run: the administrator, the business and its first profile, or nothing of them. Works once for an
 * installation; a second try, or one of two at the same moment, is a ConflictError.
 */
export function setUpBusiness(ctx: Context, input: SetUpBusinessInput): Promise<Creditor> {
  const creditorId = newId('cre')
  return inTransaction(forCreditor(ctx, creditorId), async (outer) => {
    const user = await createAdministrator(outer, input.administrator)
    const tx: Tx = { ...outer, actor: { kind: 'user', id: user.id, name: user.name } }
    const creditor = await createCreditor(tx, input.business)
    await addMembership(tx, { creditorId, userId: user.id, role: 'administrator' })
    await createProfile(tx, { name: firstProfileName[input.business.language] })
    return creditor
  })
}
