import { Switch } from '@mantine/core'
import type { Profile } from '../../../client/contract.ts'
import type { ProfileChange } from './use-profile-change.ts'

type SwitchName =
  | 'sendOnBooking'
  | 'waitForDocument'
  | 'includeDocument'
  | 'sendReminders'
  | 'showsDocument'
  | 'takesQuestions'

type ProfileSwitchProps = {
  profile: Profile
  name: SwitchName
  saving: ProfileChange
  label: string
  help: string
}

/** Counts at once; what is in the way of switching it on is said beneath it. */
export function ProfileSwitch({ profile, name, saving, label, help }: ProfileSwitchProps) {
  return (
    <Switch
      label={label}
      description={help}
      error={saving.problems[name]}
      checked={profile[name]}
      disabled={saving.isSaving}
      onChange={(event) => saving.change({ [name]: event.currentTarget.checked })}
    />
  )
}
