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

/** Where the result of long work is: the file itself, the import, the customers. */
export function LongRunResult({ run }: { run: LongRun }) {
  const { t } = useTranslation()
  const fileId = sharedFileOf(run)
  if (fileId) {
    return (
      <Group gap="xs">
        <Button
          component="a"
          href={sharedFileAddress(fileId)}
          download
          size="xs"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('longRun.download')}
        </Button>
        <Link to="/settings/account/shared-files" className="text-link">
          {t('longRun.toSharedFiles')}
        </Link>
      </Group>
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
