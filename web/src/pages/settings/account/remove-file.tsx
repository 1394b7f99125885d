import { ActionIcon, Button, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { removeSharedFile } from '../../../client/customer-file-calls.ts'
import type { SharedFile } from '../../../client/customer-files-contract.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { DialogFoot } from '../../../parts/dialog-foot.tsx'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'

/** Asks once and names the file: it cannot be brought back, only made again. */
export function RemoveFile({ file: { id, name } }: { file: SharedFile }) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure(false)
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removeSharedFile(id),
    onError: notifyFailure,
    onSuccess: () => {
      close()
      notifyDone(t('sharedFiles.removed', { name }))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['shared-files'] }),
  })
  return (
    <>
      <Tooltip label={t('sharedFiles.remove')} withArrow>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('sharedFiles.removeNamed', { name })}
          onClick={open}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Dialog isOpen={isAsking} onClose={close} title={t('sharedFiles.removeTitle', { name })}>
        <Stack gap="md">
          <Text size="sm">{t('sharedFiles.removeText')}</Text>
          <DialogFoot isGrave onCancel={close}>
            <Button size="xs" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('sharedFiles.remove')}
            </Button>
          </DialogFoot>
        </Stack>
      </Dialog>
    </>
  )
}
