import type { Profile } from './profile.ts'

type Named = Pick<Profile, 'id' | 'name'>

/** A custom field's value: select fields have the option's id beside its text. */
type FieldValue = { value: string; optionId: string | null }

export type ChooseProfileInput = {
  profiles: readonly Named[]
  /** Values of the chosen custom field on the invoice, on its subscriptions; empty when none is set. */
  invoiceValues: readonly FieldValue[]
  subscriptionValues: readonly FieldValue[]
  customerProfileId: string | null
  defaultProfileId: string
}

/** Which profile, which rule chose it, and a value that named no profile (promise B10). */
export type ProfileChoice = {
  profileId: string
  /** Its name at the time of choosing, for the history. */
  profileName: string
  chosenBy: 'invoice_field' | 'subscription_field' | 'customer' | 'connection'
  warning: 'unknown_profile' | 'several_profiles' | null
  warningValue: string | null
}

/**
 * Chooses the profile of an invoice (promise B10): the field on the invoice, the field on its subscription, the
 * customer's own, the connection's default. A value is a profile's id or name, whatever its case. A value that
 * names no profile falls to the next rule and leaves a warning; so do two subscriptions that disagree.
 */
export function chooseProfile(input: ChooseProfileInput): ProfileChoice {
  const byInvoice = read(input.profiles, input.invoiceValues)
  if (byInvoice.profileId)
    return choice(input, byInvoice.profileId, { chosenBy: 'invoice_field', ...noWarning })
  const bySubscription = read(input.profiles, input.subscriptionValues)
  const { warning, warningValue } = byInvoice.warning ? byInvoice : bySubscription
  const because = (chosenBy: ProfileChoice['chosenBy']) => ({ chosenBy, warning, warningValue })
  if (bySubscription.profileId) return choice(input, bySubscription.profileId, because('subscription_field'))
  const own = input.profiles.find((profile) => profile.id === input.customerProfileId)
  if (own) return choice(input, own.id, because('customer'))
  return choice(input, input.defaultProfileId, because('connection'))
}

const noWarning = { warning: null, warningValue: null } as const

type Reason = Pick<ProfileChoice, 'chosenBy' | 'warning' | 'warningValue'>

function choice({ profiles }: ChooseProfileInput, profileId: string, reason: Reason): ProfileChoice {
  const profileName = profiles.find((profile) => profile.id === profileId)?.name ?? ''
  return { profileId, profileName, ...reason }
}

type Reading = { profileId: string | null } & Pick<ProfileChoice, 'warning' | 'warningValue'>

function read(profiles: readonly Named[], values: readonly FieldValue[]): Reading {
  const filled = values.filter((value) => value.value.trim() !== '')
  const found = new Set<string>()
  for (const value of filled) {
    const profile = profiles.find((candidate) => isNamedBy(candidate, value))
    if (!profile) return { profileId: null, warning: 'unknown_profile', warningValue: value.value }
    found.add(profile.id)
  }
  if (found.size > 1) {
    return {
      profileId: null,
      warning: 'several_profiles',
      warningValue: filled.map((value) => value.value).join(', '),
    }
  }
  return { profileId: [...found][0] ?? null, warning: null, warningValue: null }
}

function isNamedBy(profile: Named, { value, optionId }: FieldValue): boolean {
  const text = value.trim().toLowerCase()
  return profile.id === value.trim() || profile.id === optionId || profile.name.toLowerCase() === text
}
