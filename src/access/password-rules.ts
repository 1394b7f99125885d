import { type InvalidField, InvalidInputError } from '../errors.ts'

/** Shortest and longest password, in characters (NIST SP 800-63B: length counts, composition rules do not). */
export const passwordLength = { min: 12, max: 128 } as const

const fewestDifferentCharacters = 5

/**
 * Refuses a password that is too short, too long, one character typed again and again, or the person's own
 * address or name. Throws InvalidInputError on the field `password`.
 */
export function checkPassword(password: string, person: { name: string; email: string }): void {
  const problem = passwordProblem(password, person)
  if (!problem) return
  const field: InvalidField = { path: 'password', message: problem }
  throw new InvalidInputError(problem, [field], 'weak_password')
}

function passwordProblem(password: string, person: { name: string; email: string }): string | undefined {
  const lower = password.toLowerCase()
  if (password.length < passwordLength.min) return `Use at least ${passwordLength.min} characters`
  if (password.length > passwordLength.max) return `Use at most ${passwordLength.max} characters`
  if (new Set(lower).size < fewestDifferentCharacters) return 'Use more different characters'
  if (lower === person.email.toLowerCase()) return 'Your e-mail address cannot be your password'
  if (lower === person.name.toLowerCase()) return 'Your name cannot be your password'
  return undefined
}
