import { ActionBar, Button, CloseButton, Group } from '@mantine/core'
import { IconFileDownload, IconFileZip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceFilters, InvoiceItem, LongRun } from '../../client/contract.ts'
import { retrieveDocuments, zipDocuments } from '../../client/invoice-calls.ts'
import type { InvoiceSelection } from '../../client/invoice-contract.ts'
import { notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'
import type { ChosenRows } from '../../parts/use-row-selection.ts'
import { DocumentRunDialog } from './document-run-dialog.tsx'

export type ChosenInvoices = ChosenRows<InvoiceItem, InvoiceFilters>

type SelectionBarProps = { selection: ChosenInvoices; matching: number; hasMore: boolean }

/** What can be done with the chosen invoices (promise B12), how many there are, and how far it is. */
export function SelectionBar({ selection, matching, hasMore }: SelectionBarProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [run, setRun] = useState<LongRun>()
  const start = useMutation({
    mutationFn: (does: 'retrieve' | 'zip') => {
      const body = { selection: selectionOf(selection), kind: 'pdf' as const }
      return does === 'zip' ? zipDocuments(body) : retrieveDocuments(body)
    },
    onError: notifyFailure,
    onSuccess: setRun,
  })
  const count = selection.isAll ? matching : selection.count
  return (
    <>
      <ActionBar
        opened={!selection.isEmpty}
        onClose={selection.clear}
        closeOnEscape={!run}
        aria-label={t('invoiceSelection.label')}
        className="selection-bar"
        position={{ bottom: 'var(--vorder-bar-bottom)', left: 0, right: 0 }}
        withBorder
        shadow="md"
      >
        <Group gap="xs">
          <strong className="figures">
            {t('invoiceSelection.count', { count, invoices: formats.count(count) })}
          </strong>
          {!selection.isAll && hasMore && (
            <Button size="compact-sm" variant="subtle" onClick={selection.selectAll}>
              {t('invoiceSelection.selectAll', { count: matching, invoices: formats.count(matching) })}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileDownload size={14} aria-hidden />}
            loading={start.isPending && start.variables === 'retrieve'}
            onClick={() => start.mutate('retrieve')}
          >
            <span className="bar-words">{t('invoiceSelection.retrieve')}</span>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileZip size={14} aria-hidden />}
            loading={start.isPending && start.variables === 'zip'}
            onClick={() => start.mutate('zip')}
          >
            <span className="bar-words">{t('invoiceSelection.zip')}</span>
          </Button>
          <CloseButton size="sm" aria-label={t('invoiceSelection.clear')} onClick={selection.clear} />
        </Group>
      </ActionBar>
      {run && <DocumentRunDialog key={run.id} started={run} onClose={() => setRun(undefined)} />}
    </>
  )
}

/** In a body a flag is a flag; in an address it is a word. */
function selectionOf({ request }: ChosenInvoices): InvoiceSelection {
  if ('ids' in request) return request
  const { warning, state = 'all', ...filter } = request.filter
  return { filter: { ...filter, state, ...(warning && { warning: true }) } }
}
