import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { problemText } from '../../parts/failure-text.ts'
import { ColumnTable } from './column-table.tsx'
import { ImportOptions } from './import-options.tsx'
import { ReadingCard } from './reading-card.tsx'
import { useImportChanges, useImportStart } from './use-import-changes.ts'

type ColumnsStepProps = { customerImport: CustomerImport; onChecked: () => void }

const names = new Set<string | null>(['companyName', 'firstName', 'lastName'])

/** How the file is read, what its columns are, and what it may do: everything guessed, everything changeable. */
export function ColumnsStep({ customerImport, onChecked }: ColumnsStepProps) {
  const { t } = useTranslation()
  const { id, columns, problem } = customerImport
  const changes = useImportChanges(id)
  const preview = useImportStart(id, 'preview')
  const hasName = columns.some(({ target }) => names.has(target))
  // A file that cannot be read has no columns to choose; a check that stopped can be tried again.
  const canGoOn = !problem || columns.length > 0
  const change = { isPending: changes.isPending, onChange: changes.mutate }
  return (
    <Stack gap="md">
      <ProblemAlert problem={problem} />
      <ReadingCard customerImport={customerImport} {...change} />
      {canGoOn && (
        <>
          <ColumnTable columns={columns} {...change} />
          <ImportOptions customerImport={customerImport} {...change} />
          <Group justify="flex-end" gap="sm">
            {!hasName && (
              <Text size="sm" c="var(--vorder-warn)">
                {t('customerImport.nameMissing')}
              </Text>
            )}
            <Button
              rightSection={<IconArrowRight size={16} aria-hidden />}
              disabled={changes.isPending}
              loading={preview.isPending}
              onClick={() => preview.mutate(undefined, { onSuccess: onChecked })}
            >
              {t('customerImport.check')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}

/** Why the file cannot be read, or why its check stopped. */
function ProblemAlert({ problem }: { problem: CustomerImport['problem'] }) {
  const { t } = useTranslation()
  if (!problem) return null
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={t('customerImport.problemTitle')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{problemText(t, problem)}</Text>
        <Link to="/customers/import" className="text-link">
          {t('customerImport.another')}
        </Link>
      </Stack>
    </Alert>
  )
}
