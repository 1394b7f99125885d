import { Button, Stack, Text, Title } from '@mantine/core'
import { IconPlayerPause, IconSend } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { goLive, sendingQuery, stopSending } from '../../../client/sending-calls.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { DialogFoot } from '../../../parts/dialog-foot.tsx'
import { Instant } from '../../../parts/instant.tsx'
import { notifyFailure } from '../../../parts/notify.ts'
import { useFormats } from '../../../parts/use-formats.ts'

/** Whether invitations leave by themselves for this account (promise C5); until then they are held back. */
export function SendingCard({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(sendingQuery(connection.id))
  const change = useChange(connection.id, () => setAsking(false))
  if (!data) return null
  return (
    <Stack gap="sm" component="section" align="flex-start">
      <Title order={3}>{t('sending.title')}</Title>
      {data.isLive ? (
        <>
          <Text size="sm">
            {t('sending.live')} {data.liveSince && <Instant at={data.liveSince} />}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerPause size={14} aria-hidden />}
            loading={change.isPending}
            onClick={() => change.mutate('stop')}
          >
            {t('sending.stop')}
          </Button>
        </>
      ) : (
        <>
          <Text size="sm">{t('sending.notLive')}</Text>
          <Button
            size="compact-sm"
            leftSection={<IconSend size={14} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('sending.goLive')}
          </Button>
        </>
      )}
      {isAsking && (
        <GoLiveDialog
          heldCount={data.heldCount}
          isBusy={change.isPending}
          onChoose={(what) => change.mutate(what)}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  )
}

type GoLiveDialogProps = {
  heldCount: number
  isBusy: boolean
  onChoose: (what: 'send' | 'drop') => void
  onClose: () => void
}

/** What becomes of the invitations that were held back is asked, never guessed. */
function GoLiveDialog({ heldCount, isBusy, onChoose, onClose }: GoLiveDialogProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const count = { count: heldCount, invitations: formats.count(heldCount) }
  return (
    <Dialog title={t('sending.goLiveTitle')} onClose={onClose} size="lg">
      <Stack gap="md">
        <Text size="sm">{t('sending.goLiveText')}</Text>
        {heldCount > 0 && (
          <Text size="sm">
            {t('sending.held', count)}{' '}
            <Link to="/invoices" search={{ state: 'all', invitation: 'held' }} className="text-link">
              {t('sending.seeHeld')}
            </Link>
          </Text>
        )}
        {heldCount > 0 && (
          <Text size="sm" c="dimmed">
            {t('sending.dropped')}
          </Text>
        )}
        <DialogFoot onCancel={onClose}>
          {heldCount > 0 && (
            <Button size="xs" variant="default" disabled={isBusy} onClick={() => onChoose('send')}>
              {t('sending.andSend', count)}
            </Button>
          )}
          <Button size="xs" loading={isBusy} onClick={() => onChoose('drop')}>
            {heldCount > 0 ? t('sending.andDrop') : t('sending.goLive')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  )
}

function useChange(connectionId: string, onDone: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (what: 'stop' | 'send' | 'drop') =>
      what === 'stop' ? stopSending(connectionId) : goLive(connectionId, what),
    onError: notifyFailure,
    onSuccess: (sending) => {
      queryClient.setQueryData(sendingQuery(connectionId).queryKey, sending)
      for (const topic of ['invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
      onDone()
    },
  })
}
