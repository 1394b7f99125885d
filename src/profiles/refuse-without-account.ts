import { type InvalidField, InvalidInputError } from '../errors.ts'
import type { ProfileSettings } from './profile.ts'

type Asking = Pick<ProfileSettings, 'sendOnBooking' | 'sendReminders' | 'iban'>

const switches = ['sendOnBooking', 'sendReminders'] as const

/**
 * Nobody is asked by itself for money that they cannot transfer: a switch needs an account, of the profile or of the business,
 * and while one is on the account cannot go. Throws InvalidInputError.
 */
export function refuseWithoutAccount({
  before,
  after,
  businessIban,
}: {
  before: Asking
  after: Asking
  businessIban: string | null
}): void {
  if ((after.iban ?? businessIban) !== null) return
  const wentOn = switches.filter((name) => after[name] && !before[name])
  const problems: InvalidField[] = wentOn.map((path) => ({
    path,
    message: 'Fill in the account number (IBAN) of the business, or of this profile, first',
    code: 'account_missing',
  }))
  const lostIt = before.iban !== null && switches.some((name) => after[name])
  if (lostIt)
    problems.push({
      path: 'iban',
      message: 'This profile sends by itself: switch that off first, or give the business an account number',
      code: 'account_needed',
    })
  if (problems.length > 0)
    throw new InvalidInputError('There is no account number (IBAN) to pay to', problems)
}
