import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

type DialogProps = {
  title: string
  onClose: () => void
  isOpen?: boolean
  size?: 'lg' | 'xl'
  children: ReactNode
}

/** A dialog with a named close button. Its head is no banner of the page, so it does not claim to be one. */
export function Dialog({ title, onClose, isOpen = true, size, children }: DialogProps) {
  const { t } = useTranslation()
  useFocusBack()
  return (
    <Modal.Root opened={isOpen} onClose={onClose} centered radius="lg" {...(size && { size })}>
      <Modal.Overlay backgroundOpacity={0.4} blur={2} />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title className="dialog-title">{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.close')} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The focus goes back to what opened the dialog. The library does so only for dialogs that stay in the page. */
function useFocusBack() {
  const [opener] = useState(findOpener)
  useEffect(
    () => () => {
      if (document.activeElement === document.body) opener?.focus({ preventScroll: true })
    },
    [opener],
  )
}

/** A menu closes with the choice: then it is the button of the menu. */
function findOpener(): HTMLElement | null {
  const active = document.activeElement
  const menu = active?.closest('[role="menu"]')
  const menuButton = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  return menuButton ?? (active instanceof HTMLElement ? active : null)
}
