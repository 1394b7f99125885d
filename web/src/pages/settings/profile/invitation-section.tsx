import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { ProfileSection } from './profile-section.tsx'
import { ProfileSwitch } from './profile-switch.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** When the invitation of a profile leaves, and with what (promise B14). */
export function InvitationSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const saving = useProfileChange(profile)
  const { sendOnBooking, waitForDocument } = profile
  const byItself = waitForDocument ? t('profileSending.bookedWithDocument') : t('profileSending.booked')
  return (
    <ProfileSection
      title={t('profilePage.invitation')}
      text={sendOnBooking ? byItself : t('profileSending.byHand')}
    >
      {(['sendOnBooking', 'waitForDocument', 'includeDocument'] as const).map((name) => (
        <ProfileSwitch
          key={name}
          profile={profile}
          name={name}
          saving={saving}
          label={t(`profileSending.${name}`)}
          help={t(`profileSending.${name}Help`)}
        />
      ))}
    </ProfileSection>
  )
}
