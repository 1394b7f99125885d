import { Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customerImportQuery } from '../../client/customer-file-queries.ts'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useLongRun } from '../../parts/use-long-run.ts'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DeleteImport } from './delete-import.tsx'
import { ImportStateMark } from './import-state-mark.tsx'
import { type ImportStep, stepOf } from './import-step.ts'
import { ResultStep } from './result-step.tsx'
import { Steps } from './steps.tsx'

const route = getRouteApi('/inside/customers/import/$importId')

/** One file of customers on its way in: its columns, what it would do, what it did. Left at any step, it waits there. */
export function CustomerImportPage() {
  const { importId } = route.useParams()
  const { data, error, refetch, isPending } = useQuery(customerImportQuery(importId))
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return <Opened customerImport={data} />
}

function Opened({ customerImport }: { customerImport: CustomerImport }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const run = useImportRun(customerImport)
  const step = stepOf(customerImport, search.step)
  const goTo = (next: ImportStep | undefined) =>
    void navigate({ search: next === 'columns' ? { step: 'columns' } : {}, replace: true })
  return (
    <>
      <BackLink />
      <Head customerImport={customerImport} />
      <Steps customerImport={customerImport} current={step} onStep={goTo} />
      {step === 'columns' && <ColumnsStep customerImport={customerImport} onChecked={() => goTo('check')} />}
      {step === 'check' && (
        <CheckStep customerImport={customerImport} run={run} onColumns={() => goTo('columns')} />
      )}
      {step === 'result' && <ResultStep customerImport={customerImport} run={run} />}
    </>
  )
}

/** The work on the file, step by step; when it ends, the file and the customers are read again. */
function useImportRun({ id, run }: CustomerImport) {
  const queryClient = useQueryClient()
  return useLongRun(run, () => {
    void queryClient.invalidateQueries({ queryKey: customerImportQuery(id).queryKey })
    void queryClient.invalidateQueries({ queryKey: ['customer-imports'] })
    void queryClient.invalidateQueries({ queryKey: ['customers'] })
  })
}

function BackLink() {
  const { t } = useTranslation()
  return (
    <Link to="/customers/import" className="back-link">
      <IconArrowLeft size={15} aria-hidden />
      {t('customerImport.back')}
    </Link>
  )
}

function Head({ customerImport }: { customerImport: CustomerImport }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { fileName, sizeBytes, uploadedByName, uploadedAt, state } = customerImport
  const day = formats.dayOf(uploadedAt)
  const intro = uploadedByName
    ? t('customerImport.uploadedBy', { size: formats.bytes(sizeBytes), name: uploadedByName, day })
    : t('customerImport.uploadedOn', { size: formats.bytes(sizeBytes), day })
  return (
    <PageHead title={fileName} intro={intro}>
      <Group gap="sm">
        <ImportStateMark state={state} />
        <DeleteImport customerImport={customerImport} />
      </Group>
    </PageHead>
  )
}
