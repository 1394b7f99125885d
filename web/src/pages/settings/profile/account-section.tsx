import { Button, Group, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { creditorQuery } from '../../../client/queries.ts'
import { groupIban } from '../../../parts/group-iban.ts'
import { notifyDone } from '../../../parts/notify.ts'
import { ProfileSection } from './profile-section.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** The account and the name to pay to, where they are not those of the business. */
export function AccountSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const { data: business } = useQuery(creditorQuery())
  const { change, isSaving, problems } = useProfileChange(profile)
  const stored = { iban: groupIban(profile.iban ?? ''), beneficiary: profile.beneficiary ?? '' }
  const [typed, setTyped] = useState(stored)
  const isSame = typed.iban === stored.iban && typed.beneficiary === stored.beneficiary

  function save() {
    const iban = typed.iban.trim() || null
    const beneficiary = typed.beneficiary.trim() || null
    change({ iban, beneficiary }, () => {
      setTyped((last) => ({ ...last, iban: groupIban(last.iban) }))
      notifyDone(t('profilePage.saved'))
    })
  }

  return (
    <ProfileSection title={t('profilePage.accountTitle')} text={t('profilePage.accountText')}>
      <TextInput
        label={t('profilePage.iban')}
        description={!typed.iban && business && whereNow(business.iban)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={typed.iban}
        error={problems.iban}
        onChange={({ currentTarget }) => setTyped({ ...typed, iban: currentTarget.value })}
      />
      <TextInput
        label={t('profilePage.beneficiary')}
        description={
          !typed.beneficiary && business && t('profilePage.beneficiaryOfBusiness', { name: business.name })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        maxLength={70}
        value={typed.beneficiary}
        error={problems.beneficiary}
        onChange={({ currentTarget }) => setTyped({ ...typed, beneficiary: currentTarget.value })}
      />
      <Group justify="flex-end">
        <Button size="xs" disabled={isSame} loading={isSaving} onClick={save}>
          {t('common.save')}
        </Button>
      </Group>
    </ProfileSection>
  )

  function whereNow(iban: string | null) {
    return iban ? t('profilePage.ibanOfBusiness', { iban: groupIban(iban) }) : t('profilePage.ibanNowhere')
  }
}
