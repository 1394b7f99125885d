import { Button, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileExport } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'

const CrmExportDialog = lazy(async () => ({
  default: (await import('../../../parts/crm-export-dialog.tsx')).CrmExportDialog,
}))

/** All customers of the account as a file (promise A12): started here by whoever needs it. */
export function ExportCustomers({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <Stack gap="xs" component="section" align="flex-start">
      <Title order={3}>{t('crmExport.sectionTitle')}</Title>
      <Text size="sm" c="dimmed">
        {t('crmExport.sectionText')}
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        onClick={open}
      >
        {t('crmExport.button')}
      </Button>
      <Suspense>{isOpen && <CrmExportDialog isOpen onClose={close} connectionId={connection.id} />}</Suspense>
    </Stack>
  )
}
