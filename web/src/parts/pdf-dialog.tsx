import { Group, Text } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { documentAddress } from '../client/invoice-calls.ts'
import { Dialog } from './dialog.tsx'

type PdfDialogProps = { invoiceId: string; number: string | null; onClose: () => void }

/** The PDF in the page, where the browser can show it; always the ways to open and to save it. */
export function PdfDialog({ invoiceId, number, onClose }: PdfDialogProps) {
  const { t } = useTranslation()
  const title = t('documents.previewTitle', {
    kind: t('documents.kind.pdf'),
    number: number ?? t('invoices.noNumber'),
  })
  const address = documentAddress(invoiceId, 'pdf')
  // NOTE: without a viewer of its own a browser would save a framed PDF instead of showing it. Phones have none.
  return (
    <Dialog title={title} onClose={onClose} size="xl">
      {navigator.pdfViewerEnabled ? (
        <iframe className="document-frame" src={address} title={title} />
      ) : (
        <Text size="sm">{t('documents.cannotShow')}</Text>
      )}
      <Group gap="lg" mt="sm">
        <a href={address} target="_blank" rel="noreferrer" className="text-link with-icon">
          <IconExternalLink size={15} aria-hidden />
          {t('documents.openOwnTab')}
        </a>
        <a href={documentAddress(invoiceId, 'pdf', true)} download className="text-link with-icon">
          <IconDownload size={15} aria-hidden />
          {t('documents.download')}
        </a>
      </Group>
    </Dialog>
  )
}
