import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { ProfileDialog } from '../profile-dialog.tsx'
import { RemovalDialog } from './removal-dialog.tsx'

/** What is done to a profile as a whole. */
export function ProfileMenu({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'rename' | 'removal' | null>(null)
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={26} aria-label={t('profilePage.more', { name: profile.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('rename')}>
            {t('profiles.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('removal')}>
            {t('profileRemoval.action')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' && <ProfileDialog edited={profile} onClose={() => setOpen(null)} />}
      {open === 'removal' && (
        <RemovalDialog
          profile={profile}
          onClose={() => setOpen(null)}
          onRemoved={() => void navigate({ to: '/settings/profiles' })}
        />
      )}
    </>
  )
}
