import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconQuestionMark, IconStack2, IconTransferIn } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Ways for invoices to come in, and to find out why one did not. */
export function ImportMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTransferIn size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('invoices.import')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTransferIn size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/invoices/import', search: {} })}
        >
          {t('invoices.importFromCrm')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconStack2 size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/import', search: {} })}
        >
          {t('invoices.toLedger')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconQuestionMark size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/import', search: { view: 'why' } })}
        >
          {t('invoices.whyNotHere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
