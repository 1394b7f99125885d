import type { FormerProfile, Profile } from './profile.ts'

type Named = Pick<Profile, 'id' | 'name'>

/** A custom field's value: select fields have the option's id beside its text; `isGone`: that option exists no more. */
type FieldValue = { value: string; optionId: string | null; isGone?: true }

export type ChooseProfileInput = {
  profiles: readonly Named[]
  /** Those that gave way to another one, the latest first: a value that names one leads there. */
  formerProfiles?: readonly FormerProfile[]
  /** Values of the chosen custom field on the invoice, on its subscriptions; empty when none is set. */
  invoiceValues: readonly FieldValue[]
  subscriptionValues: readonly FieldValue[]
  /** A field is chosen in the settings that the CRM no longer has. */
  isFieldMissing?: boolean
  customerProfileId: string | null
  defaultProfileId: string
}

/** Which profile, which rule chose it, and a value that named no profile (promise B10). */
export type ProfileChoice = {
  profileId: string
  /** Its name at the time of choosing, for the history. */
  profileName: string
  chosenBy: 'invoice_field' | 'subscription_field' | 'customer' | 'connection'
  warning: 'unknown_profile' | 'deleted_option' | 'several_profiles' | 'missing_field' | null
  warningValue: string | null
}

/**
 * Chooses the profile of an invoice (promise B10): the field on the invoice, the field on its subscription, the
 * customer's own, the connection's default. A value is a profile's id or name, whatever its case and blanks. A value
 * that names no profile falls to the next rule and leaves a warning; so do values that disagree, and a field that is gone.
 */
export function chooseProfile(input: ChooseProfileInput): ProfileChoice {
  const byInvoice = read(input, input.invoiceValues)
  if (byInvoice.profileId)
    return choice(input, byInvoice.profileId, { chosenBy: 'invoice_field', ...noWarning })
  const bySubscription = read(input, input.subscriptionValues)
  const { warning, warningValue } = byInvoice.warning ? byInvoice : orMissing(bySubscription, input)
  const because = (chosenBy: ProfileChoice['chosenBy']) => ({ chosenBy, warning, warningValue })
  if (bySubscription.profileId) return choice(input, bySubscription.profileId, because('subscription_field'))
  const own = input.profiles.find((profile) => profile.id === input.customerProfileId)
  if (own) return choice(input, own.id, because('customer'))
  return choice(input, input.defaultProfileId, because('connection'))
}

const noWarning = { warning: null, warningValue: null } as const

/** What a field says weighs more than that the other one is gone. */
function orMissing({ warning, warningValue }: Reading, { isFieldMissing }: ChooseProfileInput) {
  if (warning === null && isFieldMissing) return { warning: 'missing_field', warningValue: null } as const
  return { warning, warningValue }
}

type Reason = Pick<ProfileChoice, 'chosenBy' | 'warning' | 'warningValue'>

function choice({ profiles }: ChooseProfileInput, profileId: string, reason: Reason): ProfileChoice {
  const profileName = profiles.find((profile) => profile.id === profileId)?.name ?? ''
  return { profileId, profileName, ...reason }
}

type Reading = { profileId: string | null } & Pick<ProfileChoice, 'warning' | 'warningValue'>

function read(among: Among, values: readonly FieldValue[]): Reading {
  const filled = values.filter((value) => value.value.trim() !== '')
  const found = new Set<string>()
  for (const value of filled) {
    const profile = named(among, value)
    if (!profile) {
      const warning = value.isGone ? 'deleted_option' : 'unknown_profile'
      return { profileId: null, warning, warningValue: value.value }
    }
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

type Among = Pick<ChooseProfileInput, 'profiles' | 'formerProfiles'>

/** A profile in use before one that gave way: its name may have been given again. */
function named({ profiles, formerProfiles = [] }: Among, value: FieldValue): Named | undefined {
  const found = profiles.find((profile) => isNamedBy(profile, value))
  if (found) return found
  const replacedBy = formerProfiles.find((former) => isNamedBy(former, value))?.replacedBy
  return profiles.find(({ id }) => id === replacedBy)
}

function isNamedBy(profile: Named, { value, optionId }: FieldValue): boolean {
  const text = plain(value)
  return profile.id === optionId || plain(profile.id) === text || plain(profile.name) === text
}

/** As a person reads it: whatever its case, blanks at the ends or doubled, and the way its accents are stored. */
function plain(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The profile that a text names, by id or by name; undefined when none is. */
export function profileNamed<T extends Named>(
  profiles: readonly T[],
  value: string,
  formerProfiles: readonly FormerProfile[] = [],
): T | undefined {
  const found = named({ profiles, formerProfiles }, { value, optionId: null })
  return profiles.find(({ id }) => id === found?.id)
}
