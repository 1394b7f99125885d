import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowsJoin2, IconDots, IconExternalLink, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { RefreshButton } from './refresh-button.tsx'
import { RemovalDialog } from './removal-dialog.tsx'

/** What can be done with a customer. */
export function CustomerActions({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'merge' | 'removal' | null>(null)
  if (customer.anonymisedAt) return null
  return (
    <>
      {customer.webUrl && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={customer.webUrl}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={14} aria-label={t('common.opensElsewhere')} />}
        >
          {t('customer.openInCrm')}
        </Button>
      )}
      {customer.isLinked && <RefreshButton customer={customer} />}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('customer.more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} aria-hidden />} onClick={() => setOpen('merge')}>
            {t('customerMerge.action')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('removal')}>
            {t('customerRemoval.action')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'merge' && <MergeDialog customer={customer} onClose={() => setOpen(null)} />}
      {open === 'removal' && <RemovalDialog customer={customer} onClose={() => setOpen(null)} />}
    </>
  )
}
