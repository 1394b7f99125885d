import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../../client/api.ts'
import type { Connection } from '../../../client/contract.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { DialogFoot } from '../../../parts/dialog-foot.tsx'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'

/** Asks once, names the account, says what stays (promise N2). */
export function DisconnectButton({ connection: { id, accountName } }: { connection: Connection }) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure(false)
  const queryClient = useQueryClient()
  const disconnect = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/connections/{id}/disconnect', { params: { path: { id } } })),
    onError: notifyFailure,
    onSuccess: () => {
      close()
      notifyDone(t('integrations.disconnected', { account: accountName }))
      void queryClient.invalidateQueries({ queryKey: ['connections'] })
    },
  })
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('integrations.disconnect')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={t('integrations.disconnectTitle', { account: accountName })}
      >
        <Stack gap="md">
          <Text size="sm">{t('integrations.disconnectText')}</Text>
          <DialogFoot isGrave onCancel={close}>
            <Button size="xs" color="red" loading={disconnect.isPending} onClick={() => disconnect.mutate()}>
              {t('integrations.disconnectConfirm', { account: accountName })}
            </Button>
          </DialogFoot>
        </Stack>
      </Dialog>
    </>
  )
}
