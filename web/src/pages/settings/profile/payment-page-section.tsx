import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { ProfileSection } from './profile-section.tsx'
import { ProfileSwitch } from './profile-switch.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** What the page offers at which a customer pays (promise C6). */
export function PaymentPageSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const saving = useProfileChange(profile)
  return (
    <ProfileSection title={t('profilePage.pageTitle')}>
      {(['showsDocument', 'takesQuestions'] as const).map((name) => (
        <ProfileSwitch
          key={name}
          profile={profile}
          name={name}
          saving={saving}
          label={t(`profilePage.${name}`)}
          help={t(`profilePage.${name}Help`)}
        />
      ))}
    </ProfileSection>
  )
}
