import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type DialogFootProps = {
  onCancel: () => void
  /** What it does is not easily undone: the keyboard begins at the way back. */
  isGrave?: boolean
  children: ReactNode
}

/** What ends a dialog: the way back first, then the button that does it. */
export function DialogFoot({ onCancel, isGrave = false, children }: DialogFootProps) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" gap="xs">
      <Button size="xs" variant="default" onClick={onCancel} {...(isGrave && { 'data-autofocus': true })}>
        {t('common.cancel')}
      </Button>
      {children}
    </Group>
  )
}
