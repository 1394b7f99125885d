import { ActionIcon, Button, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { deleteCustomerImport } from '../../client/customer-file-calls.ts'
import { customerImportQuery } from '../../client/customer-file-queries.ts'
import type { CustomerImport, CustomerImportState } from '../../client/customer-files-contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'

const busy: CustomerImportState[] = ['previewing', 'importing', 'undoing']

/** Takes the uploaded file away, not the customers that came from it; asks once, while no work is under way. */
export function DeleteImport({
  customerImport: { id, fileName, state },
}: {
  customerImport: CustomerImport
}) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => deleteCustomerImport(id),
    onError: notifyFailure,
    onSuccess: async () => {
      close()
      notifyDone(t('customerImport.deleted', { name: fileName }))
      await navigate({ to: '/customers/import' })
      queryClient.removeQueries({ queryKey: customerImportQuery(id).queryKey })
      void queryClient.invalidateQueries({ queryKey: ['customer-imports', 'list'] })
    },
  })
  if (busy.includes(state)) return null
  return (
    <>
      <Tooltip label={t('customerImport.delete')} withArrow>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('customerImport.delete')}
          onClick={open}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Dialog isOpen={isAsking} onClose={close} title={t('customerImport.deleteTitle', { name: fileName })}>
        <Stack gap="md">
          <Text size="sm">{t('customerImport.deleteText')}</Text>
          <DialogFoot isGrave onCancel={close}>
            <Button size="xs" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('customerImport.delete')}
            </Button>
          </DialogFoot>
        </Stack>
      </Dialog>
    </>
  )
}
