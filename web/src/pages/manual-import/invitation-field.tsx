import { Radio, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvitationChoice } from '../../client/invoice-contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { sendingQuery } from '../../client/sending-calls.ts'

type InvitationFieldProps = {
  account: string
  chosen: InvitationChoice
  onChange: (chosen: InvitationChoice) => void
  /** What the profiles would send, once that is counted. */
  counted?: ReactNode
}

/** Whether customers get mail by this import: an old invoice is one that its customer had long ago (promise C5). */
export function InvitationField({ account, chosen, onChange, counted }: InvitationFieldProps) {
  const { t } = useTranslation()
  const { data: sending } = useQuery(sendingQuery(account))
  const { data: profiles } = useQuery(profilesQuery())
  const sends = profiles?.items.some(({ sendOnBooking }) => sendOnBooking)
  if (!sends) return null
  return (
    <Radio.Group
      label={t('manualImport.mails.title')}
      value={chosen}
      onChange={(value) => onChange(value === 'none' ? 'none' : 'as_profile_says')}
    >
      <Stack gap="xs" mt={6}>
        <Radio
          size="sm"
          value="none"
          label={t('manualImport.mails.none')}
          description={t('manualImport.mails.noneHelp')}
        />
        <Radio
          size="sm"
          value="as_profile_says"
          label={t('manualImport.mails.profile')}
          description={
            counted ??
            (sending?.isLive ? t('manualImport.mails.profileNow') : t('manualImport.mails.profileHelp'))
          }
        />
      </Stack>
    </Radio.Group>
  )
}
