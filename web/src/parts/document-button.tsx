import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileTypePdf, IconFileX, IconHourglassEmpty } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../client/contract.ts'
import { withLazyTexts } from '../texts/lazy-texts.ts'

const PdfDialog = lazy(async () => ({
  default: (await withLazyTexts(import('./pdf-dialog.tsx'))).PdfDialog,
}))

/** The PDF icon (promise B11): it opens the document; without one it says that it waits or was given up. */
export function DocumentButton({ invoice }: { invoice: Pick<InvoiceItem, 'id' | 'number' | 'document'> }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { document } = invoice
  if (document === 'none') return null
  const words = t(`invoices.pdf.${document}`)
  if (document !== 'retrieved') {
    const isWaiting = document === 'waiting'
    const Glyph = isWaiting ? IconHourglassEmpty : IconFileX
    return (
      <Tooltip label={words} withArrow>
        <span className={isWaiting ? 'document-mark' : 'warning-icon'} role="img" aria-label={words}>
          <Glyph size={16} stroke={1.7} aria-hidden />
        </span>
      </Tooltip>
    )
  }
  return (
    <>
      <Tooltip label={words} withArrow>
        <ActionIcon variant="subtle" size={26} aria-label={words} onClick={() => setOpen(true)}>
          <IconFileTypePdf size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Suspense>
        {isOpen && (
          <PdfDialog invoiceId={invoice.id} number={invoice.number} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  )
}
