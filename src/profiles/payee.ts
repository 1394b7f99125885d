import type { Creditor } from '../creditors/index.ts'
import type { Profile } from './profile.ts'

/** Whom customers pay, by name, and to which account (without blanks); null while there is none. */
export type Payee = { name: string; iban: string | null }

/** The account and the name of the profile where it has its own, else those of the business. */
export function payeeOf(
  profile: Pick<Profile, 'iban' | 'beneficiary'>,
  creditor: Pick<Creditor, 'name' | 'iban'>,
): Payee {
  return { name: profile.beneficiary ?? creditor.name, iban: profile.iban ?? creditor.iban }
}
