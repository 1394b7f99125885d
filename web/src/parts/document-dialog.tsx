import { Group, Text } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { documentAddress } from '../client/invoice-calls.ts'
import type { DocumentKind } from '../client/invoice-contract.ts'
import { Dialog } from './dialog.tsx'

type DocumentDialogProps = {
  invoiceId: string
  number: string | null
  kind: DocumentKind
  onClose: () => void
}

/** The document in the page, where the browser can show it; always the ways to open and to save it. */
export function DocumentDialog({ invoiceId, number, kind, onClose }: DocumentDialogProps) {
  const { t } = useTranslation()
  const title = t('documents.previewTitle', {
    kind: t(`documents.kind.${kind}`),
    number: number ?? t('invoices.noNumber'),
  })
  const address = documentAddress(invoiceId, kind)
  // NOTE: without a viewer of its own a browser would save a framed PDF instead of showing it. Phones have none.
  const canShow = kind !== 'pdf' || navigator.pdfViewerEnabled
  return (
    <Dialog title={title} onClose={onClose} size="xl">
      {canShow ? (
        <iframe className="document-frame" src={address} title={title} />
      ) : (
        <Text size="sm">{t('documents.cannotShow')}</Text>
      )}
      <Group gap="lg" mt="sm">
        <a href={address} target="_blank" rel="noreferrer" className="text-link with-icon">
          <IconExternalLink size={15} aria-hidden />
          {t('documents.openOwnTab')}
        </a>
        <a href={documentAddress(invoiceId, kind, true)} download className="text-link with-icon">
          <IconDownload size={15} aria-hidden />
          {t('documents.download')}
        </a>
      </Group>
    </Dialog>
  )
}
