import { ActionBar, Button, CloseButton, Group } from '@mantine/core'
import { IconFileDownload, IconFileZip, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceFilters, InvoiceItem, LongRun } from '../../client/contract.ts'
import { retrieveDocuments, zipDocuments } from '../../client/invoice-calls.ts'
import type { InvoiceSelection } from '../../client/invoice-contract.ts'
import { invoiceTotalsQuery, refreshInvoices } from '../../client/invoice-list-calls.ts'
import { notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'
import type { ChosenRows } from '../../parts/use-row-selection.ts'
import { ExportMenu } from './export-menu.tsx'
import { HoldMenu } from './hold-menu.tsx'
import { RunDialog } from './run-dialog.tsx'

export type ChosenInvoices = ChosenRows<InvoiceItem, InvoiceFilters>

type SelectionBarProps = { selection: ChosenInvoices; matching: number; hasMore: boolean }

/** What can be done with the chosen invoices (promise B12), how many there are and what they come to. */
export function SelectionBar({ selection, matching, hasMore }: SelectionBarProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [run, setRun] = useState<LongRun>()
  const start = useMutation({ mutationFn: startWork, onError: notifyFailure, onSuccess: setRun })
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
          {!selection.isEmpty && <ChosenTotals selection={selection.request} />}
          {!selection.isAll && hasMore && (
            <Button size="compact-sm" variant="subtle" onClick={selection.selectAll}>
              {t('invoiceSelection.selectAll', { count: matching, invoices: formats.count(matching) })}
            </Button>
          )}
          {works.map(({ does, icon: Glyph }) => (
            <Button
              key={does}
              size="compact-sm"
              variant="default"
              leftSection={<Glyph size={14} aria-hidden />}
              loading={start.isPending && start.variables.does === does}
              onClick={() => start.mutate({ does, selection: selection.request })}
            >
              <span className="bar-words">{t(`invoiceSelection.${does}`)}</span>
            </Button>
          ))}
          <HoldMenu asked={selection.request} onDone={selection.clear} />
          <ExportMenu asked={selection.request} isInBar />
          <CloseButton size="sm" aria-label={t('invoiceSelection.clear')} onClick={selection.clear} />
        </Group>
      </ActionBar>
      {run && <RunDialog key={run.id} started={run} onClose={() => setRun(undefined)} />}
    </>
  )
}

const works = [
  { does: 'refresh', icon: IconRefresh },
  { does: 'retrieve', icon: IconFileDownload },
  { does: 'zip', icon: IconFileZip },
] as const

type Work = { does: (typeof works)[number]['does']; selection: InvoiceSelection }

async function startWork({ does, selection }: Work): Promise<LongRun> {
  if (does === 'refresh') return (await refreshInvoices(selection)).run
  const body = { selection, kind: 'pdf' as const }
  return does === 'zip' ? zipDocuments(body) : retrieveDocuments(body)
}

/** Per currency what is still to be paid of the chosen ones, and what they come to. */
function ChosenTotals({ selection }: { selection: InvoiceSelection }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data } = useQuery(invoiceTotalsQuery(selection))
  return (
    <span className="chosen-totals figures" role="status">
      {data?.totals.map(({ currency, openCents, totalCents }) => {
        const open = formats.money({ currency, amountCents: openCents })
        const total = formats.money({ currency, amountCents: totalCents })
        return (
          <span key={currency}>
            {open === total
              ? t('invoiceSelection.allOpen', { open })
              : t('invoiceSelection.totals', { open, total })}
          </span>
        )
      })}
    </span>
  )
}
