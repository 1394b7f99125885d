import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../client/contract.ts'
import { sharedFileAddress } from '../client/customer-file-queries.ts'

/** The id of the file that an export made. */
export function sharedFileOf({ result }: Pick<LongRun, 'result'>): string | null {
  return typeof result?.sharedFileId === 'string' ? result.sharedFileId : null
}

type LongRunResultProps = {
  run: LongRun
  /** Only the way to the file: of old work it may be gone. */
  isOld?: boolean
}

/** Where the result of long work is: the file itself, or the import. */
export function LongRunResult({ run, isOld = false }: LongRunResultProps) {
  const { t } = useTranslation()
  const fileId = sharedFileOf(run)
  if (fileId) {
    return (
      <Group gap="xs">
        {!isOld && (
          <Button
            component="a"
            href={sharedFileAddress(fileId)}
            download
            size="xs"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('longRun.download')}
          </Button>
        )}
        <Link to="/settings/account/shared-files" className="text-link">
          {t('longRun.toSharedFiles')}
        </Link>
      </Group>
    )
  }
  if (run.kind === 'invoice_preview' || run.kind === 'invoice_import') {
    return (
      <Link to="/invoices/import" search={{ run: run.id }} className="text-link">
        {t('longRun.toImport')}
      </Link>
    )
  }
  if (isOfImport(run) && run.subjectId) {
    return (
      <Link
        to="/customers/import/$importId"
        params={{ importId: run.subjectId }}
        search={{}}
        className="text-link"
      >
        {t('longRun.toImport')}
      </Link>
    )
  }
  return null
}

function isOfImport({ kind }: LongRun): boolean {
  return kind === 'customer_preview' || kind === 'customer_import' || kind === 'customer_import_undo'
}
