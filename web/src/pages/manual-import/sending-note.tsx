import { Alert } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { profilesQuery } from '../../client/queries.ts'
import { sendingQuery } from '../../client/sending-calls.ts'

/** Says before the import that customers will get mail by it: an old invoice is invited like a new one (promise B14). */
export function SendingNote({ connectionId }: { connectionId: string }) {
  const { t } = useTranslation()
  const { data: sending } = useQuery(sendingQuery(connectionId))
  const { data: profiles } = useQuery(profilesQuery())
  if (!sending?.isLive || !profiles?.items.some(({ sendOnBooking }) => sendOnBooking)) return null
  return (
    <Alert color="amber" icon={<IconSend />} p="xs">
      {t('manualImport.sends')}
    </Alert>
  )
}
