import { Button, Group } from '@mantine/core'
import { IconDownload, IconEye, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { documentAddress, retrieveDocument } from '../../client/invoice-calls.ts'
import type { DocumentKind } from '../../client/invoice-contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'

const PdfDialog = lazy(async () => ({
  default: (await import('../../parts/pdf-dialog.tsx')).PdfDialog,
}))

type DocumentActionsProps = { invoice: Invoice; kind: DocumentKind; hasFile: boolean }

/** Show (a UBL is for programs: nobody reads it), save, and retrieve now. */
export function DocumentActions({ invoice, kind, hasFile }: DocumentActionsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const words = { kind: t(`documents.kind.${kind}`) }
  const retrieve = useRetrieve(invoice.id, kind)
  return (
    <Group gap="xs" mt={4}>
      {hasFile && (
        <>
          {kind === 'pdf' && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconEye size={15} aria-hidden />}
              aria-label={t('documents.previewNamed', words)}
              onClick={() => setOpen(true)}
            >
              {t('documents.preview')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            component="a"
            href={documentAddress(invoice.id, kind, true)}
            download
            leftSection={<IconDownload size={15} aria-hidden />}
            aria-label={t('documents.downloadNamed', words)}
          >
            {t('documents.download')}
          </Button>
        </>
      )}
      <Button
        size="xs"
        variant={hasFile ? 'subtle' : 'default'}
        leftSection={<IconRefresh size={15} aria-hidden />}
        aria-label={t('documents.retrieveNamed', words)}
        loading={retrieve.isPending}
        onClick={() => retrieve.mutate()}
      >
        {t('documents.retrieve')}
      </Button>
      <Suspense>
        {isOpen && (
          <PdfDialog invoiceId={invoice.id} number={invoice.number} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Group>
  )
}

/** Fetches it now and says how that ended, also when the answer is "not yet". */
function useRetrieve(invoiceId: string, kind: DocumentKind) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => retrieveDocument(invoiceId, kind),
    onError: notifyFailure,
    onSuccess: ({ outcome: { title, explanation } }) =>
      notifyDone(t('documents.outcome', { title, explanation })),
    onSettled: () => {
      for (const topic of ['invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
}
