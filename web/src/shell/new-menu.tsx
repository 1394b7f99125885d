import { Button, Menu } from '@mantine/core'
import { IconPlus, IconTransferIn, IconUserPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** The New button that stands on every page (promise A7). */
export function NewMenu({ isOpen, onChange }: { isOpen: boolean; onChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Menu
      opened={isOpen}
      onChange={onChange}
      position="bottom-end"
      width={210}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} className="new-button">
          {t('shell.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/customers/new' })}
        >
          {t('shell.newCustomer')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTransferIn size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/invoices/import', search: {} })}
        >
          {t('shell.newInvoiceImport')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
