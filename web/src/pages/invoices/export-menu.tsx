import { Button, Menu } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import type { InvoiceSelection } from '../../client/invoice-contract.ts'
import { exportInvoices } from '../../client/invoice-list-calls.ts'
import type { ExportForm } from '../../client/invoice-list-contract.ts'
import { notifyFailure } from '../../parts/notify.ts'
import { RunDialog } from './run-dialog.tsx'

const forms = {
  excel: { format: 'xlsx', delimiter: ';' },
  comma: { format: 'csv', delimiter: ',' },
  semicolon: { format: 'csv', delimiter: ';' },
} as const satisfies Record<string, ExportForm>

type ExportMenuProps = {
  asked: InvoiceSelection
  isEmpty?: boolean
  /** Smaller, and only an icon on a phone: one of several in a bar. */
  isInBar?: boolean
}

/** The list, or what was chosen of it, as a file for a spreadsheet. */
export function ExportMenu({ asked, isEmpty = false, isInBar = false }: ExportMenuProps) {
  const { t } = useTranslation()
  const [run, setRun] = useState<LongRun>()
  const start = useMutation({
    mutationFn: (form: ExportForm) => exportInvoices({ selection: asked, ...form }),
    onError: notifyFailure,
    onSuccess: setRun,
  })
  return (
    <>
      <Menu
        position={isInBar ? 'top-end' : 'bottom-end'}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            size={isInBar ? 'compact-sm' : 'xs'}
            variant="default"
            disabled={isEmpty}
            loading={start.isPending}
            leftSection={<IconFileExport size={isInBar ? 14 : 15} aria-hidden />}
          >
            <span className={isInBar ? 'bar-words' : undefined}>{t('invoiceExport.title')}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['excel', 'comma', 'semicolon'] as const).map((name) => (
            <Menu.Item key={name} onClick={() => start.mutate(forms[name])}>
              {t(`invoiceExport.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {run && <RunDialog key={run.id} started={run} onClose={() => setRun(undefined)} />}
    </>
  )
}
