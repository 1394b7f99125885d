import type { AskedInvoices, InvitationChoice, ManualImport } from '../../client/invoice-contract.ts'
import type { ManualImportSearch } from '../../search.ts'

/** What the form holds; either the days or the numbers count. */
export type AskForm = {
  account: string
  by: 'period' | 'numbers'
  from: string
  to: string
  numbers: string
  departments: string[]
  /** Null until a person chose: then the period decides. */
  invitations: InvitationChoice | null
}

/** What is chosen until a person chooses: only what is recent by its period is invited; of numbers nobody knows how old they are. */
export function choiceOf({ by, from, invitations }: AskForm, invitesFrom: string): InvitationChoice {
  return invitations ?? (by === 'period' && from >= invitesFrom ? 'as_profile_says' : 'none')
}

/** In the words of the API. */
export function askedOf(form: AskForm, invitesFrom: string): AskedInvoices {
  const { account, by, from, to, numbers, departments } = form
  return {
    invitations: choiceOf(form, invitesFrom),
    connectionId: account,
    ...(by === 'period' ? { period: { from, to } } : { numbers: numbersIn(numbers) }),
    ...(departments.length > 0 && { departmentExternalIds: departments }),
  }
}

/** One on each line, or with commas or semicolons between them; blanks belong to a number. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.split(/[\n,;]/).map((part) => part.trim()))].filter((part) => part !== '')
}

type Asked = Pick<
  ManualImport,
  'connectionId' | 'period' | 'numbers' | 'externalIds' | 'departmentExternalIds'
>

/** The same question again, for an import after its preview, with what was chosen there. */
export function askedAgain(seen: Asked, invitations: InvitationChoice): AskedInvoices {
  const { connectionId, period, numbers, externalIds, departmentExternalIds } = seen
  return {
    connectionId,
    invitations,
    ...(period && { period }),
    ...(numbers.length > 0 && { numbers }),
    ...(externalIds.length > 0 && { externalIds }),
    ...(departmentExternalIds.length > 0 && { departmentExternalIds }),
  }
}

/** The form with what was asked, as an address. */
export function searchOf(seen: Asked): ManualImportSearch {
  const { connectionId, period, numbers, departmentExternalIds } = seen
  return {
    account: connectionId,
    ...period,
    ...(numbers.length > 0 && { numbers: numbers.join(', ') }),
    ...(departmentExternalIds.length > 0 && { departments: departmentExternalIds.join(',') }),
  }
}
