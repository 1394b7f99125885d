import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../client/contract.ts'
import { SendingDialog } from './sending-dialog.tsx'

/** Opens when and with what the profile sends. */
export function SendingButton({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconSend size={14} aria-hidden />}
        aria-label={t('profileSending.buttonNamed', { name: profile.name })}
        onClick={() => setOpen(true)}
      >
        {t('profileSending.button')}
      </Button>
      {isOpen && <SendingDialog profile={profile} onClose={() => setOpen(false)} />}
    </>
  )
}
