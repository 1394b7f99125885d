import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { useImportStart } from './use-import-changes.ts'

/** Asks once and says what it takes away, what it puts back, and what it leaves. */
export function UndoImport({ customerImport: { id, fileName } }: { customerImport: CustomerImport }) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure(false)
  const undo = useImportStart(id, 'undo')
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={open}
      >
        {t('customerImport.undo')}
      </Button>
      <Dialog isOpen={isAsking} onClose={close} title={t('customerImport.undoTitle', { name: fileName })}>
        <Stack gap="md">
          <Text size="sm">{t('customerImport.undoText')}</Text>
          <DialogFoot isGrave onCancel={close}>
            <Button
              size="xs"
              color="red"
              loading={undo.isPending}
              onClick={() => undo.mutate(undefined, { onSuccess: close })}
            >
              {t('customerImport.undo')}
            </Button>
          </DialogFoot>
        </Stack>
      </Dialog>
    </>
  )
}
