import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

const CrmExportDialog = lazy(async () => ({
  default: (await import('../../parts/crm-export-dialog.tsx')).CrmExportDialog,
}))

/** Customers from a file, and all of Teamleader's into one. */
export function FilesMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isExporting, exporting] = useDisclosure(false)
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('customers.files')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/customers/import' })}
          >
            {t('customers.importFile')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileExport size={16} aria-hidden />} onClick={exporting.open}>
            {t('crmExport.button')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{isExporting && <CrmExportDialog isOpen onClose={exporting.close} />}</Suspense>
    </>
  )
}
