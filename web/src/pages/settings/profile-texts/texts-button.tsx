import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { TextsDialog } from './texts-dialog.tsx'

/** Opens the texts that the profile sends. */
export function TextsButton({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconMail size={14} aria-hidden />}
        aria-label={t('profileTexts.buttonNamed', { name: profile.name })}
        onClick={() => setOpen(true)}
      >
        {t('profileTexts.button')}
      </Button>
      {isOpen && <TextsDialog profile={profile} onClose={() => setOpen(false)} />}
    </>
  )
}
